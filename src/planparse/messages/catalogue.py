"""The sentences of errors and of the command: id → Chinese, English. A gap is {a field}.

An error says what is wrong, then what to do next; the place is printed before it.
"""

from __future__ import annotations

from typing import Final

from planparse.messages import Words

MESSAGES: Final[dict[str, Words]] = {
    # what holds other messages
    "at": ("{where}: {what}", "{where}: {what}"),
    "at-line": ("第 {line} 行第 {column} 列：{what}", "line {line}, column {column}: {what}"),
    "either": ("{one} 或 {other}", "{one} or {other}"),
    # an input
    "no-such-file": ("没有这个文件；请检查路径", "there is no such file; check the path"),
    "no-such-place": ("没有这个文件或文件夹；请检查路径", "there is no such file or folder; check the path"),
    "is-folder": ("是文件夹；请指明其中的文件", "is a folder; name the files in it"),
    "no-permission": (
        "没有读取权限；请修改权限，或复制一份",
        "permission denied; change the permissions, or make a copy that you can read",
    ),
    "cannot-read": ("无法读取（{reason}）；请检查路径", "cannot be read ({reason}); check the path"),
    "too-much-found": (
        "数字、编号和名称远多于同等篇幅的规划；请拆分成单份规划",
        "contains far more numbers, marks and names than any plan of this length; split it into single plans",
    ),
    "more-text-than-file": (
        "文字远多于这样大小的文件所能有的；请另存为纯文本（.txt，UTF-8）",
        "contains far more text than a file of this size can hold; save it as plain text (.txt, UTF-8)",
    ),
    "too-many-pages": ("超过 {most} 页；请拆分成单份规划", "has more than {most} pages; split it into single plans"),
    "no-memory": (
        "内存不足；请拆分成单份规划，或给 planparse 更多内存",
        "needs more memory than is available; split it into single plans, or give planparse more memory",
    ),
    "too-large": (
        "超过 {limit} MiB 的上限；请拆分成单份规划",
        "is larger than the limit of {limit} MiB; split it into single plans",
    ),
    "no-file": (
        "是{kind}，不是文件；请把它给出的内容保存成文件，再指明那个文件",
        "is {kind}, not a file; save its content to a file and name that file",
    ),
    "named-pipe": ("命名管道", "a named pipe"),
    "socket": ("套接字", "a socket"),
    "device": ("设备", "a device"),
    "empty-pipe": (
        "是没有内容传来的管道；请检查写入它的程序",
        "is a pipe without content; check the program that writes to it",
    ),
    "no-words": ("没有文字；请检查是否已保存正文", "contains no text; check that the text was saved into it"),
    "no-text": (
        "像是二进制数据，不是 UTF-8、UTF-16、GB18030 或 Big5 文本；请另存为纯文本（.txt，UTF-8）",
        "looks like binary data, not text in UTF-8, UTF-16, GB18030 or Big5; save it as plain text (.txt, UTF-8)",
    ),
    "looks-like": ("像是{kind}；请另存为纯文本（.txt，UTF-8）", "looks like {kind}; save it as plain text (.txt, UTF-8)"),
    "no-plan": (
        "不是规划：没有读出章节、举措或目标；请检查文件",
        "does not look like a plan: no outline, measure or target found; check the file",
    ),
    "extracted-before": (
        "是已提取的规划；请用 show 显示、用 validate 校验，或用 load 载入",
        "is a plan that was already extracted; show, validate or load it",
    ),
    "holds-no-extracted": (
        "其中没有已提取的规划；请先把规划提取到这里",
        "contains no extracted plan; extract plans into it first",
    ),
    "holds-none-of": ("其中没有 *{suffixes}；请检查路径", "contains no *{suffixes}; check the path"),
    # an input of many parts
    "damaged": (
        "已损坏或不完整；请打开后重新保存，或重新获取",
        "is damaged or truncated; open it and save it again, or get a new copy",
    ),
    "too-many-parts": (
        "包含 {count} 个部分，超过 {most} 个的上限；请重新保存",
        "has {count} parts, more than the limit of {most}; save it again",
    ),
    "locked": ("有密码保护；请保存一份不带密码的", "is password-protected; save a copy without the password"),
    "bursts": (
        "解压后会大得离谱；请重新保存，或另存为纯文本（.txt，UTF-8）",
        "expands too much when unpacked (zip bomb?); save it again, or as plain text (.txt, UTF-8)",
    ),
    "too-much-text": (
        "文字超过 {limit} MiB 的上限；请拆分成单份规划",
        "contains more than the limit of {limit} MiB of text; split it into single plans",
    ),
    "far-too-much": ("内容远多于一份规划；请拆分成单份规划", "contains far more than one plan; split it into single plans"),
    "pictures-only": ("没有文字；也许只有页面的图片", "contains no text; it may hold only images of pages"),
    # Word
    "word-no-body": (
        "是没有正文的 Word 文档；请打开后重新保存",
        "is a Word document without a body; open it and save it again",
    ),
    "word-not-whole": (
        "不是完整的 Word 文档；请打开后重新保存",
        "is an incomplete Word document; open it and save it again",
    ),
    "word-too-deep": (
        "嵌套层次超过任何办公软件所写；请重新保存，或另存为纯文本（.txt，UTF-8）",
        "is nested too deeply; save it again, or as plain text (.txt, UTF-8)",
    ),
    "word-too-many": (
        "段落或文字多于任何规划；请拆分成单份规划",
        "contains more paragraphs or words than any plan; split it into single plans",
    ),
    "word-document-type": (
        "带有文档类型声明，办公文档中不会有；请重新保存，或另存为纯文本（.txt，UTF-8）",
        ("has a document type declaration, which office files never have; save it again, or as plain text (.txt, UTF-8)"),
    ),
    # LibreOffice
    "needs-libreoffice": (
        "读取这类文档（{ending}）需要 LibreOffice；请安装它，或把文档另存为 docx",
        "reading this format ({ending}) needs LibreOffice; install it, or save the document as docx",
    ),
    "libreoffice-cannot": (
        "LibreOffice 在内存限制内打不开，或文件已损坏、有密码保护；请另存为 docx",
        ("LibreOffice cannot open it within the memory limit, or it is damaged or password-protected; save it as docx"),
    ),
    "libreoffice-fails": (
        "无法交给 LibreOffice（{reason}）；请另存为 docx 或纯文本",
        "cannot be passed to LibreOffice ({reason}); save it as docx or plain text",
    ),
    "libreoffice-no-start": (
        "LibreOffice 无法启动（{reason}）；请检查其安装，或把文档另存为 docx",
        "LibreOffice does not start ({reason}); check its installation, or save the document as docx",
    ),
    "libreoffice-too-long": (
        "LibreOffice 处理超过 {seconds:g} 秒；请另存为 docx 或纯文本",
        "LibreOffice took longer than {seconds:g} seconds; save it as docx or plain text",
    ),
    # web pages
    "html-needs-lxml": (
        "是网页，读取它需要 lxml；请运行：python -m pip install lxml",
        "reading a web page needs lxml; run: python -m pip install lxml",
    ),
    "html-no-words": (
        "是没有文字的网页，内容也许由脚本载入；请在浏览器中另存为单个文件（.mhtml）",
        "is a web page without text, which scripts may load; save it from a browser as a single file (.mhtml)",
    ),
    "html-too-many-attributes": (
        "有标签带有超过 {most} 个属性，真实网页不会如此；请保存其文字（.txt）",
        "has a tag with more than {most} attributes, unlike any real page; save its text (.txt)",
    ),
    "html-too-many-tags": (
        "标签远多于同等大小的真实网页；请保存其文字（.txt）",
        "has far more tags than any real page of this size; save its text (.txt)",
    ),
    "markdown-too-many-marks": (
        "Markdown 标记远多于同等大小的规划；请另存为纯文本，或拆分成单份规划",
        ("has far more Markdown marks than any plan of this size; save it as plain text, or split it into single plans"),
    ),
    "html-too-deep": (
        "标签嵌套超过 {most} 层，真实网页不会如此；请保存其文字（.txt）",
        "nests tags more than {most} levels deep, unlike any real page; save its text (.txt)",
    ),
    "html-table-repeats": (
        "有表格的合并单元格重复了过多文字；请保存其文字（.txt）",
        "has a table whose merged cells repeat too much text; save its text (.txt)",
    ),
    "mhtml-too-many-headers": (
        "超过 {most} 个邮件头，保存的网页不会如此；请重新保存",
        "has more than {most} headers, unlike any saved page; save it again",
    ),
    "mhtml-too-many-parts": (
        "超过 {most} 个部分，保存的网页不会如此；请重新保存",
        "has more than {most} parts, unlike any saved page; save it again",
    ),
    "mhtml-too-deep": (
        "各部分的嵌套深于任何保存的网页；请重新保存",
        "nests parts more deeply than any saved page; save it again",
    ),
    "mhtml-no-page": ("是其中没有网页的网页存档；请重新保存", "is a web archive (MHTML) without a page; save it again"),
    # PDF and OFD
    "pdf-needs-pypdfium2": (
        "读取 PDF 需要 pypdfium2；请运行：python -m pip install pypdfium2",
        "reading a PDF needs pypdfium2; run: python -m pip install pypdfium2",
    ),
    "pdf-pictures-only": (
        "没有文字，只有页面的图片；请先做文字识别（OCR）",
        "contains no text, only images of pages; run OCR on it first",
    ),
    "pdf-too-long": ("读取超过 {seconds} 秒；请重新保存", "takes longer than {seconds} s to read; save it again"),
    "pdf-limits": (
        "在时间和内存的限度内无法读取，或已损坏；请重新保存",
        "cannot be read within the limits of time and memory, or is damaged; save it again",
    ),
    "pdf-memory": ("读取所需内存过多；请重新保存", "needs too much memory to read; save it again"),
    "pdf-too-many-pages": ("超过 {most} 页；请拆分成单份规划", "has more than {most} pages; split it into single plans"),
    "pdf-page-damaged": (
        "已损坏：第 {page} 页无法读取；请重新获取或重新保存",
        "is damaged: page {page} cannot be read; get a new copy or save it again",
    ),
    "pdf-damaged": (
        "损坏到无法读取；请重新获取或重新保存",
        "is too damaged to be read; get a new copy or save it again",
    ),
    "pdf-no-pdf": (
        "已损坏，或者根本不是 PDF；请重新获取或重新保存",
        "is damaged, or not a PDF at all; get a new copy or save it again",
    ),
    "pdf-locked": ("有密码保护；请保存一份不带密码的", "is password-protected; save a copy without the password"),
    "pdf-protected": (
        "其保护方式不受支持；请保存一份不带保护的",
        "uses an unsupported kind of protection; save a copy without it",
    ),
    "ofd-needs-ofdkit": (
        "读取这类文档（ofd）需要 ofdkit；请运行 python -m pip install ofdkit，或另存为纯文本",
        "reading this format (ofd) needs ofdkit; run python -m pip install ofdkit, or save it as plain text",
    ),
    "ofd-too-many-pages": (
        "有 {count} 页，超过 {most} 页的上限；请拆分成单份规划",
        "has {count} pages, more than the limit of {most}; split it into single plans",
    ),
    # kinds of file, by media type
    "text/plain": ("纯文本", "plain text"),
    "text/html": ("网页（HTML）", "a web page (HTML)"),
    "text/markdown": ("Markdown 文本", "Markdown text"),
    "multipart/related": ("网页存档（MHTML）", "a web archive (MHTML)"),
    "text/rtf": ("RTF 文档", "an RTF document"),
    "application/pdf": ("PDF 文档", "a PDF document"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (
        "Word 文档（docx）",
        "a Word document (docx)",
    ),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (
        "Excel 工作簿（xlsx）",
        "an Excel workbook (xlsx)",
    ),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": (
        "PowerPoint 演示文稿（pptx）",
        "a PowerPoint presentation (pptx)",
    ),
    "application/vnd.oasis.opendocument.text": ("OpenDocument 文本（odt）", "an OpenDocument text (odt)"),
    "application/ofd": ("OFD 文档", "an OFD document"),
    "application/msword": ("旧版 Word 或 WPS 文档（doc、wps）", "an old Word or WPS document (doc, wps)"),
    "application/vnd.ms-excel": ("旧版 Excel 工作簿（xls）", "an old Excel workbook (xls)"),
    "application/vnd.ms-powerpoint": ("旧版 PowerPoint 演示文稿（ppt）", "an old PowerPoint presentation (ppt)"),
    "application/x-ole-encrypted": ("有密码保护的 Office 文档", "a password-protected Office document"),
    "application/x-ole-storage": (
        "旧版 Word、WPS 或 Excel 文档（doc、wps、xls）",
        "an old Word, WPS or Excel document (doc, wps, xls)",
    ),
    "application/zip": ("zip 压缩包", "a zip archive"),
    "application/gzip": ("gzip 压缩包", "a gzip archive"),
    "application/vnd.rar": ("RAR 压缩包", "a RAR archive"),
    "application/x-7z-compressed": ("7z 压缩包", "a 7z archive"),
    "image/png": ("PNG 图片", "a PNG image"),
    "image/jpeg": ("JPEG 图片", "a JPEG image"),
    "image/gif": ("GIF 图片", "a GIF image"),
    "image/tiff": ("TIFF 图片", "a TIFF image"),
    "application/x-executable": ("程序", "a program"),
    # an output
    "cannot-write": (
        "无法写入（{reason}）；请用 {option} 换一个位置",
        "cannot be written ({reason}); choose another place with {option}",
    ),
    "no-room": (
        "无法写入（{reason}）；请腾出空间后重新开始",
        "cannot be written ({reason}); free some space and start again",
    ),
    "output-is-folder": (
        "是文件夹；请移走它，或用 {option} 换一个位置",
        "is a folder; move it away or choose another place with {option}",
    ),
    "output-is-no-file": (
        "不是文件；请移走它，或用 {option} 换一个位置",
        "is not a file; move it away or choose another place with {option}",
    ),
    "output-cannot-read": ("无法读取（{reason}）；请移走它", "cannot be read ({reason}); move it away"),
    "changed-by-others": (
        "写入期间被别的程序改动；请重新开始，会自动修正",
        "was changed by another program while being written; start again to repair it",
    ),
    "cannot-move": ("无法移动（{reason}）；请移走它", "cannot be moved ({reason}); move it away"),
    "no-folder": (
        "无法建立文件夹（{reason}）；请用 -o 换一个位置",
        "the folder cannot be created ({reason}); choose another place with -o",
    ),
    "cannot-remove": ("无法删除（{reason}）；请移走它", "cannot be removed ({reason}); move it away"),
    "another-run": (
        "另一次运行正在写入这里；请等它结束，或用 -o 换一个位置",
        "another run is writing there; wait for it, or choose another place with -o",
    ),
    "form-needs": (
        "{form} 格式需要 {library}；请运行 python -m pip install {library}，或用 --format 换一种格式",
        "{form} needs {library}; run python -m pip install {library}, or choose another --format",
    ),
    "needs-library": (
        "{what} 需要 {library}；请运行：python -m pip install {library}",
        "{what} needs {library}; run: python -m pip install {library}",
    ),
    "sheet-rows": (
        "{table}：{count:,} 行，工作表放不下；请用 --format {instead}",
        "{table}: {count:,} rows do not fit into a sheet; choose --format {instead}",
    ),
    "sheet-columns": (
        "{table}：{count:,} 列，工作表放不下；请用 --format {instead}",
        "{table}: {count:,} columns do not fit into a sheet; choose --format {instead}",
    ),
    # why the system refuses, by the name of its error
    "EACCES": ("没有权限", "Permission denied"),
    "EBUSY": ("设备或资源正忙", "Device or resource busy"),
    "EDQUOT": ("超出磁盘配额", "Disk quota exceeded"),
    "EEXIST": ("已有同名文件", "File exists"),
    "EFBIG": ("文件过大", "File too large"),
    "EIO": ("输入输出错误", "Input/output error"),
    "EISDIR": ("是文件夹", "Is a directory"),
    "ELOOP": ("符号链接层数过多", "Too many levels of symbolic links"),
    "EMFILE": ("打开的文件过多", "Too many open files"),
    "ENAMETOOLONG": ("文件名过长", "File name too long"),
    "ENOENT": ("没有这个文件或文件夹", "No such file or directory"),
    "ENOSPC": ("磁盘空间不足", "No space left on device"),
    "ENOTDIR": ("不是文件夹", "Not a directory"),
    "EPERM": ("不允许这样做", "Operation not permitted"),
    "EROFS": ("文件系统只读", "Read-only file system"),
    # a file that people write or edit
    "invalid": ("有 {count} 处问题，第一处：{first}", "{count} problem(s), the first: {first}"),
    "no-json": ("不是 JSON：{problem}", "is not JSON: {problem}"),
    "no-yaml": ("不是 YAML：{problem}", "is not YAML: {problem}"),
    "second-document": ("第二个文档从这里开始；只保留一个", "a second document begins here; keep one"),
    "alias": (
        "不读取别名 *{name}；请写出它所代表的内容",
        "the alias *{name} is not supported; write out what it stands for",
    ),
    "too-deep": ("嵌套过深，不会是规划", "is nested too deeply to be a plan"),
    "whole-file": ("整个文件", "the whole file"),
    "missing": ("缺失；应为：{expected}", "is missing; should be {expected}"),
    "unexpected": ("应为：{expected}；实际为：{found}", "should be {expected}; is {found}"),
    "in-quotes": ("{value}；请加引号", "{value}; put it in quotes"),
    "no-field": ("{record}没有这个字段；{advice}", "is not a field of {record}; {advice}"),
    "field-meant": ("是否应为 {name}？", "did you mean {name}?"),
    "remove": ("请删除", "remove it"),
    "too-many-fields": ("字段超过 {most} 个；请检查文件", "has more than {most} fields; check the file"),
    "more-faults": ("还有其他问题", "has more problems"),
    "twice": ("出现两次；请只保留一个", "occurs twice; keep one"),
    "half-character": (
        "含有半个字符（\\u{code:04x}）；请写出完整的字符",
        "contains half a character (\\u{code:04x}); write the complete character",
    ),
    "a-plan": ("规划", "a plan"),
    "a-gold-file": ("标注文件", "a gold file"),
    # what should stand there
    "a-date": ("形如 2025-12-31 的日期", "a date like 2025-12-31"),
    "text-like": ("形如 {pattern} 的文字", "text of the form {pattern}"),
    "text-not-empty": ("非空的文字", "non-empty text"),
    "text": ("文字", "text"),
    "whole-number": ("不小于 {least} 的整数", "an integer, at least {least}"),
    "number": ("数字", "a number"),
    "bounded": ("{what}，{bound}", "{what}, {bound}"),
    "at-most": ("不大于 {most}", "at most {most}"),
    "at-least": ("不小于 {least}", "at least {least}"),
    "true-or-false": ("true 或 false", "true or false"),
    "list": ("列表", "a list"),
    "null": ("null", "null"),
    "object-with": ("含有 {fields} 的对象", "an object with {fields}"),
    "object": ("对象", "an object"),
    "values": ("{values}", "{values}"),
    # what does not hold between the parts of a plan
    "char-count": ("写的是 {said}，而文本有 {length} 个字", "is {said}, but the text has {length} characters"),
    "parent-behind": (
        "{id} 在其后；上级章节应在前面",
        "{id} comes after it; a parent section must come before its children",
    ),
    "other-due": ("写的是 {said}，而时限 {id} 截止于 {end}", "is {said}, but its deadline {id} ends on {end}"),
    "not-held": ("文本 {start}–{end} 处没有 {words}", "the text at {start}–{end} does not contain {words}"),
    "disorder": (
        "起点在 {before} 之前；各列表须按文中顺序",
        "begins before that of {before}; lists must be in document order",
    ),
    "something-else": ("其他内容", "something else"),
    "not-said": ("写的是 {shown}，原文没有这样说", "is {shown}, but the text does not say so"),
    "words-say": ("写的是 {shown}，而原文是 {said}", "is {shown}, but the text says {said}"),
    "no-number": ("写的是 {shown}，而原文没有数字", "is {shown}, but the text gives no number"),
    "holds-not": ("写的是 {id}，而原文不在其中", "is {id}, which does not contain its words"),
    "other-path": ("写的是 {shown}，而 {id} 的是 {path}", "is {shown}, but the path of {id} is {path}"),
    "warning": ("提示：{what}", "warning: {what}"),
    "page-starts": ("应为文本中的位置，依次递增", "should be increasing offsets into the text"),
    "other-page": ("写的是第 {said} 页，它在第 {page} 页", "is {said}, but it begins on page {page}"),
    "span-outside": (
        "{start}–{end} 超出了 {length} 个字的文本",
        "{start}–{end} lies outside the text of {length} characters",
    ),
    "other-words": (
        "文本 {start}–{end} 处是 {printed}，不是 {words}",
        "the text at {start}–{end} reads {printed}, not {words}",
    ),
    "no-section": ("没有编号为 {id} 的章节", "no section has the id {id}"),
    "no-measure": ("没有编号为 {id} 的举措", "no measure has the id {id}"),
    "no-responsibility": ("没有编号为 {id} 的责任分工", "no responsibility has the id {id}"),
    "no-deadline": ("没有编号为 {id} 的时限", "no deadline has the id {id}"),
    "no-target-or-deadline": ("没有编号为 {id} 的目标或时限", "no target or deadline has the id {id}"),
    "id-twice": ("{id} 出现两次；编号在一份规划中不可重复", "{id} occurs twice; ids must be unique within a plan"),
    "value-max": (
        "value_max 为 {most}，须有不大于它的 value，而 value 为 {value}",
        "value_max {most} needs a value that is not larger; value is {value}",
    ),
    "range-and-max": ("comparator 为 range 时须有 value_max，反之亦然", "comparator range and value_max require each other"),
    "percentage": ("百分比的单位是 %，不是 {unit}", "the unit of a percentage is %, not {unit}"),
    "start-after-end": ("start {start} 晚于 end {end}", "start {start} is later than end {end}"),
    "obstacle": (
        "obstacle 与 verdict 的 not_comparable 须同时出现",
        "obstacle and the verdict not_comparable require each other",
    ),
    # review files, and what becomes of their decisions
    # a table of populations
    "a-population": ("人口表的一行", "a row of the population table"),
    "in-row": ("第 {row} 行：{what}", "row {row}: {what}"),
    "no-populations": (
        "应为每行含 plan 或 region、population、source、year 的表（CSV 或 YAML 列表）",
        "should be a table (CSV or a YAML list) with plan or region, population, source and year in each row",
    ),
    "plan-or-region": ("plan 与 region 应填其一", "should name either a plan or a region"),
    # a register of indicators
    "an-indicator": ("指标", "an indicator"),
    "no-register": (
        "应为 领域: {{编号: {{names: [名称], unit: 单位}}}}，至少一条",
        "should be sector: {{id: {{names: [name], unit: unit}}}}, with at least one entry",
    ),
    "no-indicator-id": (
        "编号应由小写字母、数字和下划线组成，以字母开头",
        "an id consists of lower-case letters, digits and underscores, and begins with a letter",
    ),
    "name-taken": (
        "名称“{name}”已属于 {other}；请从其一中删去",
        "the name {name} already belongs to {other}; remove it from one of them",
    ),
    "a-review-file": ("审阅文件", "a review file"),
    "decision-needs": ("缺少 {name}；{do} 须有它", "{name} is missing; {do} needs it"),
    "not-of-metadata": ("元数据只能 accept 或 change，不能 {do}", "metadata allow only accept and change, not {do}"),
    "not-changeable": (
        "{name} 不是 {on} 可改的字段；可改：{names}",
        "{name} is not a changeable field of a {on}; changeable: {names}",
    ),
    "decision": ("{do}{on}“{words}”（{path}）", "{do} {on} “{words}” ({path})"),
    "decision-lost": ("{decision}：没有落实；{why}", "{decision}: not applied; {why}"),
    "decision-remark": ("{decision}：{what}", "{decision}: {what}"),
    "do-accept": ("认可", "accept"),
    "do-change": ("修改", "change"),
    "do-add": ("添加", "add"),
    "do-remove": ("删去", "remove"),
    "on-target": ("目标", "target"),
    "on-measure": ("举措", "measure"),
    "on-unit": ("责任单位", "unit"),
    "on-deadline": ("时限", "deadline"),
    "on-metadata": ("元数据", "metadata"),
    "words-gone": (
        "文本中已没有这些字句；请核对后修改审阅文件",
        "the text no longer contains these words; check it and change the review file",
    ),
    "not-read": (
        "字句还在，但规则不再读出；请改为 add 并写出 values",
        "its words are still there, but the rules no longer read anything in them; change it to add, with values",
    ),
    "taken-out": (
        "此前已删去；请重新提取后再执行",
        "it was removed earlier; extract the plan again, then apply this",
    ),
    "title-not-held": (
        "举措中没有“{title}”；标题须是其中的字句",
        "the measure does not contain “{title}”; a title must consist of words of the measure",
    ),
    "does-not-hold": ("{field} 不能是 {found}", "{field} cannot be {found}"),
    "no-measure-here": ("这里没有举措；请用 path 指明", "there is no measure here; specify one with path"),
    "no-decision-holds": (
        "已改动，但审阅文件记不下这样的改动；请另行保存",
        "was edited in a way that a review file cannot record; save the edit separately",
    ),
    "placed-by-likeness": (
        "原字句已不在；按相似度 {likeness:.2f} 落在“{words}”",
        "its words are gone; applied to the closest words, “{words}” (similarity {likeness:.2f})",
    ),
    "read-now": ("规则现在也读出了它", "the rules now read it as well"),
    "read-no-more": ("规则已不再读出它", "the rules no longer read it"),
    "put-back": ("规则已不再读出它；按审阅文件补回", "the rules no longer read it; restored from the review file"),
    "read-otherwise": (
        "规则现在读出的 {field} 是 {reads}，当时是 {was}；仍以人定的 {now} 为准",
        "the rules now read {reads} for {field} ({was} at the time of the decision); {now} is kept",
    ),
    # workbooks in which people have checked plans
    "in-cell": ("{sheet}!{cell}：{what}", "{sheet}!{cell}: {what}"),
    "no-sheet-to-check": (
        "没有可核对的工作表；请给出 planparse export --format xlsx 写的工作簿",
        "has no sheet to check; use a workbook that planparse export --format xlsx wrote",
    ),
    "not-this-plan": (
        "工作簿中的 {count} 份规划都不是这一份，或不止一份像它；请给出由它写出的工作簿",
        (
            "none of the {count} plans in the workbook is this one, or several may be; use a workbook that was written "
            "from this plan"
        ),
    ),
    "rows-of-others": (
        "另有 {count} 行核对的是其他规划，未用于这一份",
        "{count} more rows concern other plans and were ignored",
    ),
    "more-cells": (
        "另有 {count} 处看不懂；改正以上各处后再执行",
        "{count} more problems; fix the ones above and apply it again",
    ),
    "anchor-broken": (
        "隐藏列被改动，不知这一行说的是什么；请从原工作簿复制这一列",
        (
            "the hidden column was changed, so it is unknown what the row is about; copy this column from the original "
            "workbook"
        ),
    ),
    "cell-formula": ("是公式或错误值 {found}；请直接写出值", "is a formula or an error ({found}); enter the value itself"),
    "cell-empty": ("是空的；这里须有值", "is empty; enter a value"),
    "cell-none-of": ("{found} 不在可选之列；可选：{names}", "{found} is not one of {names}"),
    "cell-no-date": ("{found} 不是日期；请写成 2025-12-31", "{found} is not a date; write it like 2025-12-31"),
    "cell-no-number": ("{found} 不是这里要的数；请只写数字", "{found} is not a valid number here; enter digits only"),
    "cell-out-of-bounds": ("{found} 超出范围；应在 {least} 与 {most} 之间", "{found} is not between {least} and {most}"),
    "cell-other-form": (
        "{found} 的写法不对；区划代码是六位数字",
        "{found} has the wrong form; a region code has six digits",
    ),
    "checked-and-changed": (
        "值已改动，“核对”一栏却不是“改为…”；请选“改为…”，或恢复原值",
        "was changed, but the column Check does not say change to…; choose that, or restore the value",
    ),
    "nothing-changed": (
        "选了“改为…”，却没有改动；请写出应有的值",
        "says change to…, but nothing was changed; enter the right value",
    ),
    "note-alone": ("有备注而没有核对；请在“核对”一栏选一项", "has a note but no decision; choose one in the column Check"),
    "words-missing": ("新增的一行没有字句；请写出原文中的字句", "the new row has no words; enter the words of the text"),
    "added-and-wrong": ("新增的一行不能选“错”；请删去这一行", "a new row cannot be marked wrong; delete the row"),
    "not-to-be-added": ("基本信息不能新增一行；请改已有的行", "no row can be added here; change the existing rows"),
    "row-of-which-plan": (
        "不知这一行属于哪一份规划；请照写其标题",
        "the row does not say which plan it belongs to; enter the plan's title",
    ),
    "no-review": ("旁边没有 {name}；请指明审阅文件", "has no {name} beside it; specify the review file"),
    "review-exists": (
        "已有审阅文件，没有覆盖；请用 -o 换一个位置，或用 --force 覆盖",
        "already exists and was not overwritten; choose another place with -o, or use --force",
    ),
    "review-or-edited": ("REVIEW 和 --from 只能给出一个", "REVIEW and --from cannot be combined; give one of them"),
    "nothing-whole": (
        "没有一张列表已全部审阅；请先审阅完目标、举措（连同责任单位）或时限",
        ("no list was reviewed completely; first decide on all targets, all measures with their units, or all deadlines"),
    ),
    "other-rules": (
        "由另一套规则提取；其中的差别可能并非手工改动，请逐条核对",
        "was extracted by other rules, so some differences may not be edits; check each",
    ),
    "was-edited": (
        "已被手工改动，或由不作标记的旧版本写成，没有覆盖；请先用 planparse apply --from 保存改动，或用 --force 覆盖",
        (
            "was edited, or written by a release without seals, and was not overwritten; save the edits with planparse "
            "apply --from, or use --force"
        ),
    ),
    # gold and runs that were kept
    "neither-numbers-nor-quote": (
        "既没有 numbers 也没有 quote；请写出其一",
        "has neither numbers nor quote; give one of them",
    ),
    "numbers-overlap": (
        "数字 {number} 与前一个重叠或次序颠倒",
        "the number {number} overlaps the one before it, or is out of order",
    ),
    "number-behind-end": (
        "数字 {number} 超出了 {length} 个字的段落",
        "the number {number} lies outside the {length} characters of the paragraph",
    ),
    "no-such-number": ("没有第 {number} 个数字；共有 {most} 个", "there is no number {number}; there are {most}"),
    "paragraph-not-in-plan": (
        "规划中没有以“{opens}”开头且数字相符的段落；请核对规划",
        "no paragraph of the plan begins with {opens} and has these numbers; check that this is the right plan",
    ),
    "quote-not-in-paragraph": ("段落中没有“{quote}”", "the paragraph does not contain {quote}"),
    "gold-same-name": ("与 {other} 同名；请去掉其中一个", "has the same name as {other}; leave one of them out"),
    "gold-no-plan": (
        "没有对应的规划；应有 {name}.txt、{name}.json，或名称以 {name}_ 开头的文件",
        "has no plan; expected {name}.txt, {name}.json or a file named {name}_…",
    ),
    "gold-many-plans": (
        "有 {count} 份规划与之对应（{plans}）；请用 --plans FILE 指明",
        "matches {count} plans ({plans}); specify the right one with --plans FILE",
    ),
    "no-run": (
        "不是完整保存的评测结果（{path}: {problem}）；请重新保存",
        "is not a complete saved run ({path}: {problem}); save one again",
    ),
    # many plans
    "holds-no-documents": (
        "里面没有可读的文档；请检查地址",
        "contains no readable document; check the address",
    ),
    "cluster-gave-up": (
        "Ray 的运行没有完成：{reason}；同一条命令会从中断处继续",
        "the Ray run failed: {reason}; the same command resumes it",
    ),
    "batch-without-columns": (
        "这批文档没有 bytes 列，也没有 path 列；请给出其中之一",
        "the batch has neither a bytes column nor a path column; add one of them",
    ),
    "batch-column": ("这批文档的 {name} 列应只有一列，且为{kind}", "the batch should have one column {name}, of {kind}"),
    "batch-path": ("字符串", "strings"),
    "batch-bytes": ("二进制", "binary"),
    "row-without-both": ("既没有 bytes，也没有 path", "has neither bytes nor a path"),
    "took-too-long": (
        "用时超过 {seconds:g} 秒；请用 --time-limit 延长，或拆分它",
        "took longer than {seconds:g} seconds; raise --time-limit, or split the plan",
    ),
    "took-too-long-here": (
        "用时超过 {seconds:g} 秒；请拆分它，或先用 extract 以更长的 --time-limit 提取",
        "took longer than {seconds:g} seconds; split the plan, or extract it first with a higher --time-limit",
    ),
    "process-died": (
        "读取它的进程终止了（{cause}）；请单独读取，或去掉它",
        "the process reading it died ({cause}); try it alone, or leave it out",
    ),
    "exit-status": ("退出状态 {code}", "exit status {code}"),
    "own-fault": (
        "{error}：这是 planparse 的缺陷；请反馈这一行和输入",
        "{error}: this is a bug in planparse; please report this line and the input",
    ),
    "no-record": ("第 {line} 行不是记录", "line {line} is not a record"),
    "journal-no-file": ("不是文件", "it is not a file"),
    "cannot-be-trusted": (
        "不可信（{why}）；已改名为 {aside}，全部重新读取",
        "cannot be trusted ({why}); it was renamed to {aside}, and everything is read again",
    ),
    "not-as-left": (
        "与上次写完时不同；从第 {line} 行起重新写",
        "has changed since it was written; rewritten from line {line} on",
    ),
    # wrong usage
    "usage": ("{what}（用法见 {command} --help）", "{what} (see {command} --help)"),
    "missing-parameter": ("缺少 {name}", "{name} is missing"),
    "no-option": ("没有 {name} 选项", "no such option: {name}"),
    "close-option": ("没有 {name} 选项；是否应为 {close}？", "no such option: {name}; did you mean {close}?"),
    "needs-value": ("{name} 须带一个值", "{name} needs a value"),
    "takes-no-value": ("{name} 不带值", "{name} takes no value"),
    "no-command": ("没有 {name} 命令", "no such command: {name}"),
    "close-command": ("没有 {name} 命令；是否应为 {close}？", "no such command: {name}; did you mean {close}?"),
    "extra-arguments": ("多出 {arguments}", "unexpected argument: {arguments}"),
    "bad-value": ("{name}：{what}", "{name}: {what}"),
    "other-usage": ("{what}", "{what}"),
    "none-of": ("没有 {value}，可选 {names}", "{value} is not one of {names}"),
    "no-period": ("{value} 应为年份或年月，如 2025、2025-06", "{value} should be a year or a month, like 2025 or 2025-06"),
    "too-small": ("{value} 应为不小于 {least} 的数", "{value} should be a number, at least {least}"),
    "stdin-once": ("标准输入（-）只能读一次", "standard input (-) can be read only once"),
    "stdin-alone": (
        "标准输入（-）和 <(…) 是单份规划：请不要与 --jobs、jsonl 和文件夹同用",
        "standard input (-) and <(…) are single plans: do not combine them with --jobs, jsonl or folders",
    ),
    "engine-alone": (
        "--engine ray 读一个文件夹或地址，写 Parquet 到 -o：请去掉 {options}",
        "--engine ray reads one folder or address and writes Parquet to -o: leave out {options}",
    ),
    "engine-one-out": (
        "--engine ray 需要一个文件夹或地址，并用 -o 指明写到哪里",
        "--engine ray needs one folder or address to read, and -o OUT for its results",
    ),
    "address-needs-engine": ("--address 只用于 --engine ray", "--address requires --engine ray"),
    "jsonl-alone": ("jsonl 只能单独写：请去掉其他格式", "jsonl cannot be combined with other formats: leave them out"),
    "jsonl-no-indent": (
        "jsonl 每行一份规划，不能缩进：请去掉 --indent",
        "jsonl holds one plan per line: leave out --indent",
    ),
    "many-need-folder": (
        "多份规划的结果需要一个文件夹：-o DIR，或 --format jsonl",
        "many plans need an output folder: -o DIR, or --format jsonl",
    ),
    "plans-need-folder": (
        "多份规划的结果需要一个文件夹：-o DIR",
        "several plans need an output folder: -o DIR",
    ),
    "formats-need-folder": (
        "多种格式的结果需要一个文件夹：-o DIR",
        "several formats need an output folder: -o DIR",
    ),
    "one-plan": ("一份规划无从对照：请给出两份以上", "one plan cannot be compared: name two or more"),
    "one-table": ("{form} 只容一张表：--part 只用一次", "{form} holds one table: use --part once"),
    "no-parts": ("{form} 不分表：请去掉 --part", "{form} has no parts: leave out --part"),
    "no-text-form": ("{form} 不是文本：请用 -o FILE 指明文件", "{form} is not a text format: name a file with -o FILE"),
    # what the command tells on its way
    "stdout": ("标准输出", "standard output"),
    "written-as": ("写为 {name}；{other} 已用了 {own} 这个名称", "written as {name}; {other} already uses the name {own}"),
    "same-plan": ("与 {other} 是同一份规划；已略去", "is the same plan as {other}; left out"),
    "too-few-left": (
        "可对照的规划不足两份；什么也没有写",
        "fewer than two plans remain to compare; nothing was written",
    ),
    "no-tasks": ("没有读出任务；什么也没有写", "no tasks found; nothing was written"),
    "nothing-due": ("没有在此期间到期的任务；什么也没有写", "no task is due in that period; nothing was written"),
    "nothing-of-body": (
        "没有符合条件的 {body} 的任务；请检查 --body 和 --due",
        "no task of {body} matches; check --body and --due",
    ),
    "close-body": (
        "没有任务写到 {body}；是否应为 {close}？",
        "no task names {body}; did you mean {close}?",
    ),
    "stopped-here": ("已停止", "stopped"),
    "so-far": ("已读 {seen:,} 份，共 {total:,} 份规划", "{seen:,} of {total:,} plans"),
    "stopped": (
        "停在第 {seen:,} 份，共 {total:,} 份规划；再次运行即从这里继续",
        "stopped at {seen:,} of {total:,} plans; run it again to resume",
    ),
    "errors-stand-in": ("失败的记在 {path}", "failures are logged to {path}"),
    "run-lacks": ("其中没有 {plans}；比较时略去", "lacks {plans}; left out of the comparison"),
    "run-has-besides": ("其中另有 {plans}；比较时略去", "also has {plans}; left out of the comparison"),
    "run-other-gold": (
        "{plans} 当时用的是另一份标注；改进和退步可能由此而来",
        "was measured against other gold for {plans}; gains and losses may come from that",
    ),
    "left-out": (
        "窗口太窄，未列出：{columns}；请加宽窗口，或用 {instead}",
        "too narrow to show: {columns}; widen the window, or use {instead}",
    ),
    # on the pages of help
    "usage-mark": ("用法：", "Usage: "),
    "options-mark": ("选项", "OPTIONS"),
    "command-mark": ("命令 ...", "COMMAND ..."),
    "arguments": ("参数", "Arguments"),
    "options": ("选项", "Options"),
    "commands": ("命令", "Commands"),
    "required": ("[必需]", "[required]"),
    "default": ("[默认：{value}]", "[default: {value}]"),
}
