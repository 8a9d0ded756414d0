"""Plans as portals of governments show them, as browsers save those pages, and in Markdown; made of a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from email.message import EmailMessage
from html import escape
from itertools import pairwise

PORTAL = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}_某市人民政府门户网站</title><meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2024-05-06">
<style>.a{{display:block}}</style><script>var menu = "<li>首页，要闻。</li>";</script></head>
<body style="visibility:hidden">
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/b">政务公开</a></li><li><a href="/c">互动交流</a></li></ul>
<form action="/s"><input name="q"><select><option>全站</option><option>本站</option></select><button>搜索</button></form></div>
<div class="position">当前位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/z">政务公开</a>&nbsp;&gt;&nbsp;<a href="/w">政府文件</a></div>
<!-- 索引信息，开始。 -->
<table class="info"><tr><td>索&nbsp;引&nbsp;号：</td><td>003186999/2024-00012</td><td>主题分类：</td><td>卫生、体育</td></tr>
<tr><td>发文机关：</td><td>某市人民政府办公室</td><td>成文日期：</td><td>2024-04-30</td></tr>
<tr><td>标　　题：</td><td colspan="3">{title}</td></tr>
<tr><td>发文字号：</td><td>某政办〔2024〕2号</td><td>发布日期：</td><td>2024年05月06日</td></tr></table>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>
<div class="view TRS_UEDITOR"><div class="TRS_Editor" id="zoom">
{content}
</div></div>
<p style="display:none">到2030年，全市建成医院99家，由市隐藏局负责。</p><p aria-hidden="true">到2031年，建成98家。</p>
<div class="related"><h3>相关链接</h3><ul><li><a href="/1">【图解】实施方案，到2025年建成3家</a></li><li><a href="/2">政策解读</a></li></ul></div>
<div class="footer"><p>主办单位：某市人民政府，承办单位：某市大数据局。</p><p>网站标识码：3700000000&nbsp;&nbsp;鲁ICP备12345678号，建议使用1024分辨率。</p></div>
</body></html>
"""


def paragraph(line: str, at: int) -> str:
    """A line as editors of portals write it: blanks as entities, words cut by spans, text set in by style or by blanks."""
    words = escape(line.strip(" ")).replace(" ", "&nbsp;")
    cuts = [0, len(line) // 3, 2 * len(line) // 3, len(line)]
    if "&" not in words:
        words = "".join(f'<span style="font-family: 仿宋_GB2312">{words[a:b]}</span>' for a, b in pairwise(cuts))
    shape = (
        "<p>{}</p>",
        "<p>\n  {}\n</p>",
        "<div><font><strong>{}</strong></font></div>",
        "<p><!--[if !supportLists]--><o:p></o:p>{}</p>",
        "{}<br>",
        "<p><a name='_x'></a>{}<script>document.write('。')</script></p>",
    )
    return shape[at % len(shape)].format(words)


def page(text: str, charset: str = "UTF-8") -> str:
    title = "".join(text.strip().splitlines()[:1])
    content = "\n".join(paragraph(line, at) for at, line in enumerate(text.splitlines()) if line.strip())
    return PORTAL.format(charset=charset, title=title, content=content)


def single_file(html: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "<Saved by a browser>", "方案"
    mail["Snapshot-Content-Location"] = "https://example.org/a.html"
    mail.set_content(html, subtype="html", charset="utf-8", cte="quoted-printable")
    mail.add_related(b"body{}", "text", "css")
    return bytes(mail)


def markdown(text: str) -> str:
    """A text as people write it in Markdown: parts as headings, the first words of others in bold, marks escaped."""
    lines = []
    for line in text.splitlines():
        words = re.sub(r"([*_|<>\[\]`#])", r"\\\1", line.strip(" "))
        if re.match("[一二三四五六七八九十]+、", words):
            words = f"## {words}"
        elif bold := re.match("（[一二三四五六七八九十]+）[^。]{2,40}。", words):
            words = f"**{bold.group()}**{words[bold.end() :]}"
        lines.append(words)
    return "\n\n".join(lines) + "\n"


FORMS: dict[str, Callable[[str], bytes]] = {
    "page": lambda text: page(text).encode(),
    "page in GB18030": lambda text: page(text, "gb2312").encode("gb18030"),
    "page in GB18030 that says UTF-8": lambda text: page(text).encode("gb18030"),
    "page in UTF-16": lambda text: page(text, "utf-16").encode("utf-16"),
    "page in UTF-8 that says GBK": lambda text: page(text, "gbk").encode("utf-8-sig"),
    "single file": lambda text: single_file(page(text)),
    "Markdown": lambda text: markdown(text).encode(),
    "Markdown in GB18030": lambda text: markdown(text).encode("gb18030"),
    "Markdown in UTF-16": lambda text: markdown(text).encode("utf-16-le"),
}
