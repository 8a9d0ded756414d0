"""The help of the command: for each subcommand paragraphs, the first of which is a one-line summary, and its arguments and options."""

from __future__ import annotations

from typing import Final

from planparse.labels import Language
from planparse.messages import Words

HELP: Final[dict[str, Words]] = {
    "planparse": (
        "读取中国政府的规划：章节、举措、目标、时限和责任单位。",
        "Read Chinese government plans: sections, measures, targets, deadlines and responsible bodies.",
    ),
    # options that several have
    "help": ("显示这一页。", "Show this page."),
    "version": ("显示版本号。", "Show the version."),
    "lang": (
        "标题、说明和报错所用的语言。[默认：按系统区域设置]",
        "Language of headings, errors and help. [default: from the locale]",
    ),
    "install_completion": ("为当前的 shell 安装命令补全。", "Install completion for the current shell."),
    "show_completion": (
        "显示当前 shell 的补全脚本，以便复制或修改。",
        "Show the completion script of the current shell, to copy or change it.",
    ),
    "jobs": ("同时读取的进程数。[默认：每个处理器核心一个]", "Number of parallel processes. [default: one per core]"),
    "limit": ("一份规划最多用多少秒。[默认：120]", "Time limit per plan, in seconds. [default: 120]"),
    # extract
    "extract": (
        (
            "把规划提取为 JSON 或 YAML。\n"
            "只有一份规划、没有 -o 时，写到标准输出。有 -o 时，jining.txt 写成 DIR/jining.json。\n"
            "文件夹和通配符由多个进程读取；文件夹中的 sub/jining.docx 写成 DIR/sub/jining.json。"
            "无法读取的记在 DIR/errors.jsonl。中断后再次运行，只做尚缺的。"
            "jsonl 每行一份规划，写入 DIR/plans.jsonl 或标准输出。"
        ),
        (
            "Extract plans as JSON or YAML.\n"
            "A single plan without -o goes to standard output. With -o, jining.txt becomes DIR/jining.json.\n"
            "Folders and globs are read by several processes; sub/jining.docx in a folder becomes DIR/sub/jining.json. "
            "Failures are logged to DIR/errors.jsonl. Interrupted runs resume when started again. jsonl writes one "
            "plan per line, to DIR/plans.jsonl or to standard output."
        ),
    ),
    "extract.plans": (
        "规划、文件夹或加引号的通配符（'plans/**/*.txt'）；- 为标准输入。",
        "Plans, folders or quoted globs ('plans/**/*.txt'); - is standard input.",
    ),
    "extract.out": (
        "存放结果的文件夹；没有时新建。用 ray 时也可以是地址。",
        "Output folder; created if needed. With ray, an address as well.",
    ),
    "extract.formats": ("写成什么格式；可重复。[默认：json]", "Output format; repeatable. [default: json]"),
    "extract.reviews": (
        "存放审阅文件（NAME.review.yaml）的文件夹。[默认：结果旁边]",
        "Folder of the review files (NAME.review.yaml). [default: beside the results]",
    ),
    "extract.engine": (
        "由什么来读：local 为本机的进程；ray 从文件夹或地址（s3://…）读入，写成 Parquet 各表。[默认：local]",
        (
            "Engine: local uses processes of this machine; ray reads a folder or an address (s3://…) and writes "
            "Parquet tables. [default: local]"
        ),
    ),
    "extract.address": (
        "Ray 集群的地址。[默认：本机]",
        "Address of a Ray cluster. [default: this machine]",
    ),
    "extract.indent": (
        "文件夹和通配符的 JSON 也分行缩进，便于阅读。[默认：写成一行]",
        "Indent the JSON of folders and globs as well. [default: one line per file]",
    ),
    "force": ("手工改动过的结果也覆盖。", "Overwrite results even if somebody has edited them."),
    # apply
    "apply": (
        (
            "把审阅文件或核对过的工作簿（xlsx）中人的决定落实到一份规划上，写出结果。\n"
            "决定先按 key，再按 path 中的原文，最后按最相近的字句找到所指；找不到的逐条列出，退出状态为 1。"
            "规则现在读得不同的也会指出，以人的决定为准。重复执行不会再有变化。\n"
            "用 --from 时，把手工改过的提取结果与规则读出的相比，写成审阅文件。"
        ),
        (
            "Apply people's decisions, from a review file or a checked workbook (xlsx), to a plan, and write the "
            "result.\n"
            "A decision is matched by its key, else by its words in their path, else by the closest words; decisions "
            "without a match are listed, and the exit status is 1. If the rules now read something else, a line says "
            "so, and the decision is kept. Applying it again changes nothing.\n"
            "With --from, the differences between an edited extracted file and what the rules read are written as a "
            "review file."
        ),
    ),
    "apply.plan": (
        "规划或其提取结果；- 为标准输入。",
        "A plan or its extracted file; - is standard input.",
    ),
    "apply.review": (
        "审阅文件，或核对过的工作簿。[默认：规划旁边的 NAME.review.yaml]",
        "Review file or checked workbook. [default: NAME.review.yaml beside the plan]",
    ),
    "apply.edited": ("手工改过的提取结果（JSON 或 YAML）。", "Extracted file that somebody edited, JSON or YAML."),
    "apply.out": ("写到哪个文件。[默认：标准输出]", "Output file. [default: standard output]"),
    "apply.output": (
        "规划写成什么格式。[默认：按 -o 的后缀，否则 json]",
        "Format of the plan. [default: by the extension of -o, else json]",
    ),
    # report
    "report": (
        (
            "把一份规划写成 HTML 页面：全文标出读到的内容，可以查找和筛选。\n"
            "页面不需要网络，可以直接发送；页面上的按钮切换中文和英文。\n"
            "用 --review 时，页面用来核对：存疑的在前，用键盘逐条认可、修改、删去，选取原文可以增加目标；"
            "决定保存在浏览器中，并可存为审阅文件（NAME.review.yaml），由 planparse apply 落实。"
        ),
        (
            "Write a plan as one HTML page: its text with everything that was read marked in it, to search and "
            "filter.\n"
            "The page works without a network and can be mailed; a button switches between Chinese and English.\n"
            "With --review, the page is for reviewing: doubtful entries come first, keys accept, change or remove "
            "them, and selected words of the text can become a target. Decisions are kept in the browser and saved as "
            "a review file (NAME.review.yaml) for planparse apply."
        ),
    ),
    "report.plan": (
        "规划或其提取结果；- 为标准输入。",
        "A plan or its extracted file; - is standard input.",
    ),
    "report.review": (
        "用来核对的页面；沿用规划旁边的 NAME.review.yaml，没有时沿用规划中已有的决定。",
        (
            "Write a page for reviewing. It starts from the NAME.review.yaml beside the plan, or else from the "
            "decisions in the plan."
        ),
    ),
    "report.out": ("写到哪个文件。[默认：标准输出]", "Output file. [default: standard output]"),
    # diff
    "diff": (
        (
            "对照两份规划：哪方的目标更严、更早、更坚决，哪些举措互相对应，哪些仅一方有。\n"
            "csv 和 json 沿用数据约定中的英文名称；其他格式用文字表示值和标题。"
        ),
        (
            "Compare two plans: whose targets are stricter, earlier and firmer, which measures correspond, and what "
            "only one plan has.\n"
            "csv and json use the field names of the contract; the other formats put values and headings into words."
        ),
    ),
    "diff.left": (
        "左方规划：原文或提取结果；- 为标准输入。",
        "Left plan or its extracted file; - is standard input.",
    ),
    "diff.right": ("右方规划，同上。", "Right plan, likewise."),
    "diff.parts": (
        "写哪张表；可重复。[默认：全部；csv 只容一张，为 targets]",
        "Table to write; repeatable. [default: all; targets in csv, which holds one table]",
    ),
    "diff.everything": (
        "table 和 markdown 也列出没有差别的对子；其他格式总是列出全部。",
        "Also list equal pairs in table and markdown; the other formats always list all.",
    ),
    "population": (
        "人口表（CSV 或 YAML，列为 plan 或 region、population、source、year）：数量按人口折算后再比较。",
        ("Population table, CSV or YAML, with plan or region, population, source and year: counts are compared per head."),
    ),
    # compare
    "compare": (
        (
            "对照多份规划：各指标上有什么目标，各主题下有什么举措，由谁牵头。\n"
            "无法读取的规划会指出，不影响其他规划。csv 和 json 沿用数据约定中的英文名称；其他格式用文字表示值和标题。"
        ),
        (
            "Compare many plans: their targets by indicator, their measures by theme, and who leads them.\n"
            "Plans that cannot be read are reported and do not stop the others. csv and json use the field names of "
            "the contract; the other formats put values and headings into words."
        ),
    ),
    "compare.plans": (
        "两份以上的规划或其提取结果；- 为标准输入。",
        "Two or more plans or their extracted files; - is standard input.",
    ),
    "compare.parts": (
        "写哪张表；可重复。[默认：全部；table 和 markdown 为前三张，csv 为第一张]",
        "Table to write; repeatable. [default: all; the first three in table and markdown, the first in csv]",
    ),
    "compare.everything": (
        "也列出只见于一份规划的行，在 table 中并列出所有规划；其他格式总是列出全部。",
        "Also list rows of a single plan, and in table all plans; the other formats always list all.",
    ),
    # cascade
    "cascade": (
        (
            "找出哪份规划贯彻哪份规划，上面的每个目标到下面成了什么。\n"
            "按文号、标题和引言中的“贯彻落实”“根据”识别；贯彻的文件若不在其中，也列出名称。"
            "目标持平、加码（多少）、降低、分担、提前、推后、未承接或自增；levels 按层级汇总层层加码。"
            "csv 和 json 沿用数据约定中的英文名称；graphml 供网络分析工具使用。"
        ),
        (
            "Find which plans implement which, and what becomes of each target of the plan above.\n"
            "The plan above is identified by its document number, its title, and 贯彻落实 or 根据 in the opening; if it is "
            "not among the inputs, it is listed as missing. Targets are kept, raised (and by how much), lowered, "
            "partly taken, earlier, later, dropped or added; levels sums up by level of government who raises how "
            "much. csv and json use the field names of the contract; graphml is for network analysis tools."
        ),
    ),
    "cascade.plans": (
        "规划或其提取结果，或存放它们的文件夹；- 为标准输入。",
        "Plans, their extracted files, or folders of either; - is standard input.",
    ),
    "cascade.parts": (
        "写哪张表；可重复。[默认：全部；table 和 markdown 为前三张和 missing，csv 为 answers]",
        ("Table to write; repeatable. [default: all; the first three and missing in table and markdown, answers in csv]"),
    ),
    "cascade.everything": (
        "table 和 markdown 也列出未承接和自增的目标；其他格式总是列出全部。",
        "Also list dropped and added targets in table and markdown; the other formats always list all.",
    ),
    # track
    "track": (
        (
            "对照一份规划的两个版本：哪些举措未变、修改、移动、新增、删除，改了哪些字句；目标收紧还是放宽，期限提前还是推后，力争去掉还是加上；牵头是否变化。\n"
            "只是序号变化不算变化。csv 和 json 沿用数据约定中的英文名称；其他格式用文字表示值和标题。"
        ),
        (
            "Compare two versions of a plan: which measures were kept, changed, moved, added or dropped, and which "
            "words changed; which targets became stricter or looser, earlier or later, or lost or gained 力争; and who "
            "leads now.\n"
            "A different number alone does not count as a change. csv and json use the field names of the contract; "
            "the other formats put values and headings into words."
        ),
    ),
    "track.old": (
        "旧版：原文或提取结果；- 为标准输入。",
        "Old version or its extracted file; - is standard input.",
    ),
    "track.new": ("新版，同上。", "New version, likewise."),
    "track.parts": (
        "写哪张表；可重复。[默认：全部；table 和 markdown 为 parts、target_changes 和 facts，csv 为 parts]",
        ("Table to write; repeatable. [default: all; parts, target_changes and facts in table and markdown, parts in csv]"),
    ),
    "track.everything": (
        "table 和 markdown 也列出没有变化的；其他格式总是列出全部。",
        "Also list what has not changed in table and markdown; the other formats always list all.",
    ),
    "least_confidence": (
        "略去把握低于此数的目标。[默认：0]",
        "Leave out targets with a lower confidence. [default: 0]",
    ),
    "cite": (
        "不写结果，而写如何引用：版本、规则、设置和各输入的 SHA-256。",
        "Instead of the result, write how to cite it: release, rules, settings and the SHA-256 of each input.",
    ),
    "form": (
        "写成什么格式。[默认：按 -o 的后缀，否则 table]",
        "Output format. [default: by the extension of -o, else table]",
    ),
    "own": (
        "自己的指标库（YAML），在 planparse 的之外补充；见 planparse indicators --help。",
        "Your own register of indicators (YAML), in addition to planparse's; see planparse indicators --help.",
    ),
    "out": ("写到哪个文件；不给则写到标准输出。", "Output file. [default: standard output]"),
    # indicators
    "indicators": (
        (
            "列出规划用到的指标：编号、名称、次数、见于几份规划；并列出指标库中没有的名称。\n"
            "指标按名称、单位和分母辨认：全市…、…比例与…比重、每千常住人口与每千人口视为相同。\n"
            "用 --indicators 可以补充：FILE 是 YAML，如 health: {stroke_centres: {names: [卒中中心], unit: 家, direction: higher}}；"
            "与指标库同编号或同名称的，以 FILE 为准。"
        ),
        (
            "List the indicators that plans use, with id, name, number of uses and number of plans; and the names that "
            "the register lacks.\n"
            "An indicator is identified by name, unit and denominator: 全市…, …比例 and …比重, 每千常住人口 and 每千人口 are the "
            "same.\n"
            "--indicators adds to the register: FILE is YAML, like health: {stroke_centres: {names: [卒中中心], unit: 家, "
            "direction: higher}}; if an id or a name is already in the register, FILE takes precedence."
        ),
    ),
    "indicators.plans": (
        "规划、其提取结果、jsonl，或存放提取结果的文件夹；- 为标准输入。",
        "Plans, their extracted files, jsonl, or folders of extracted files; - is standard input.",
    ),
    "indicators.parts": (
        "写哪张表；可重复。[默认：全部；csv 只容一张，为 known]",
        "Table to write; repeatable. [default: all; known in csv, which holds one table]",
    ),
    "indicators.everything": (
        "table 和 markdown 也列出只出现一次的名称；其他格式总是列出全部。",
        "Also list names that occur only once in table and markdown; the other formats always list all.",
    ),
    # export
    "export": (
        (
            "把规划写成扁平的表格：规划、章节、举措、责任分工、目标、时限。\n"
            "csv 和 parquet 每张表一个文件，沿用 JSON 的名称；duckdb 是一个数据库，xlsx 是一个供人阅读的工作簿，其中有核对用的工作表，填好后交给 apply。"
            "各表用 plan_id 和各规划内的编号关联。在 csv 中，凡是电子表格会当作公式执行的文本，前面都加一个撇号。"
        ),
        (
            "Write plans as flat tables: plans, sections, measures, responsibilities, targets, deadlines.\n"
            "csv and parquet write one file per table, with the names of the JSON; duckdb writes one database and xlsx "
            "one workbook for people, with sheets to check that apply reads back. plan_id and the ids within each plan "
            "join the tables. In csv, an apostrophe precedes every text that a spreadsheet would run as a formula."
        ),
    ),
    "export.plans": (
        "规划、提取结果、每行一份规划的 jsonl，或存放它们的文件夹；- 为标准输入。",
        "Extracted files, folders of them, jsonl with one plan per line, or plans; - is standard input.",
    ),
    "export.out": ("存放表格的文件夹；没有时新建。", "Folder for the tables; created if needed."),
    "export.formats": ("写成什么格式；可重复。[默认：csv]", "Output format; repeatable. [default: csv]"),
    # ledger
    "ledger": (
        (
            "把规划写成任务分解台账：序号、任务、目标值、牵头单位、配合单位、完成时限、原文出处。\n"
            "每项举措一行，多份规划连续编号；任务之外的目标另列一表。xlsx 和 docx 可直接打印（A4 横向，每页重复表头）。"
            "ics 是日历：每个有日期的时限一个事件，重新导入时更新原有事件。除非用 --lang en，台账一律用中文。"
        ),
        (
            "Write the tasks of plans as a ledger: number, task, target values, lead and supporting bodies, due dates, "
            "source.\n"
            "One row per measure, numbered across all plans; targets outside measures have their own table. xlsx and "
            "docx are ready to print (A4 landscape, headings on each page). ics is a calendar with one event per dated "
            "deadline; importing it again updates the events. The ledger is in Chinese unless --lang en is given."
        ),
    ),
    "ledger.plans": (
        "规划、提取结果、每行一份规划的 jsonl，或存放提取结果的文件夹；- 为标准输入。",
        "Plans, extracted files, folders of extracted files, or jsonl with one plan per line; - is standard input.",
    ),
    "ledger.form": (
        "写成什么格式。[默认：按 -o 的后缀，否则 markdown]",
        "Output format. [default: by the extension of -o, else markdown]",
    ),
    "ledger.body": (
        "只写这个单位牵头、负责或配合的任务：市财政局。",
        "Only tasks that this body leads, is responsible for or supports: 市财政局.",
    ),
    "ledger.due": (
        "只写这一年或这一月到期的任务：2025、2025-06。",
        "Only tasks due in this year or month: 2025, 2025-06.",
    ),
    # show
    "show": ("以树状显示规划，或以表格显示其目标。", "Show plans as a tree, or their targets as a table."),
    "show.plans": (
        "规划或其提取结果；- 为标准输入。",
        "Plans or their extracted files; - is standard input.",
    ),
    "show.targets": ("不显示树，而以表格显示目标。", "Show the targets as a table instead of the tree."),
    # validate
    "validate": (
        "校验手工改过的提取结果。\n每处问题一行：在哪里、应为什么、实际是什么。数字和时间按原文重读；与原文不符的字段，给出一行提示。",
        (
            "Check extracted files that were edited.\n"
            "One line per problem: where it is, what is expected and what was found. Numbers and times are read again "
            "from the text; a field that differs from it gets a warning."
        ),
    ),
    "validate.strict": ("与原文不符也算错误。", "Treat such warnings as errors."),
    "validate.files": ("提取所得的 JSON 或 YAML；- 为标准输入。", "Extracted files, JSON or YAML; - is standard input."),
    # evaluate
    "evaluate": (
        (
            "用标注检验规划的提取结果：各列表的精确率、召回率和 F1。\n"
            "标注是一份 YAML，写下细心的读者在规划中找到的内容。018.yaml 是 018.txt 的标注，"
            "也可以是名称在下划线之后继续的规划的标注：018_guangdong.txt。原文当场提取；提取结果则原样采用。\n"
            "列表中的一项，若用以辨认它的内容除空白、引号和全半角外都相同，算作找到。"
            "目标的值和单位出自正确的字句，算作找到（value）；指标、类别、比较方式和截止日期也都正确，算作全对（strict）。"
            "标注为可有可无的，既不加分也不减分。\n"
            "表中 tp 是标注中有且找到的项数，fp 是找到而标注中没有的，fn 是标注中有而没有找到的；两者都没有时为短横线。\n"
            "含有 paragraphs 的标注只涉及若干段落中的数字：读出与标注的作用对照；目标若与标注的目标落在同一数字上，"
            "没有数字的落在同一字句上，算作找到；值、单位、指标、比较方式和截止日期都正确，算作正确。"
            "标注中没有目标之处读出的目标，是“并非承诺”。括号内是 95 % 区间：各项比例按 Wilson 法，"
            "精确率、召回率和正确率按文件重复抽样。"
        ),
        (
            "Evaluate plans against gold: precision, recall and F1 of each list.\n"
            "Gold is what a careful reader finds in a plan, in YAML. 018.yaml is the gold of the plan 018.txt, or of a "
            "plan whose name continues after an underscore: 018_guangdong.txt. Texts are extracted now; extracted "
            "files are used as they are.\n"
            "An entry of a list counts as found if everything that identifies it is the same, apart from white space, "
            "quotation marks and character widths. A target is found (value) if its value and unit are right in the "
            "right words, and right (strict) if indicator, kind, comparator and due date are right as well. Optional "
            "entries of the gold neither help nor hurt.\n"
            "In the table, tp counts entries in the gold that were found, fp those found that are not in the gold, fn "
            "those in the gold that were not found; a dash means that there was neither.\n"
            "Gold with paragraphs covers only the numbers in them: the role that was read is compared with the role in "
            "the gold. A target is found if a target of the gold is on the same number, or, without digits, in the "
            "same words; it is right if value, unit, indicator, comparator and due date are right; a target where the "
            "gold has none is no commitment. Brackets show 95 % intervals: Wilson's for single shares, a bootstrap "
            "over documents for precision, recall and right."
        ),
    ),
    "evaluate.gold": (
        "标注（*.yaml），文件夹或文件；可重复。",
        "Gold (*.yaml), a folder or a file; repeatable.",
    ),
    "evaluate.plans": (
        "规划原文（*.txt、*.docx、*.pdf 等）或提取结果（*.json、*.yaml）；可重复。",
        "Plans (*.txt, *.docx, *.pdf and so on) or extracted files (*.json, *.yaml); repeatable.",
    ),
    "evaluate.reviewed": (
        "审阅过的规划（*.json、*.yaml），文件夹或文件；可重复。用其中已全部审阅的列表检验规则今天读出的内容。",
        (
            "Reviewed plans (*.json, *.yaml), a folder or a file; repeatable. Their completely reviewed lists are "
            "compared with what the rules read today."
        ),
    ),
    "evaluate.output": (
        "写成什么格式；json 含有全部，包括差错。",
        "Output format; json holds everything, including the errors.",
    ),
    "evaluate.by_plan": (
        "也列出每份规划的 F1，标注涉及数字时列出每份文件的目标数。",
        "Also show the F1 of each plan, and for gold of numbers the targets of each document.",
    ),
    "evaluate.misses": (
        "逐份规划列出遗漏、多出和错误之处。",
        "List what was missed, extra or wrong, plan by plan.",
    ),
    "evaluate.save": ("存下这次的结果，供以后比较。", "Save the results, to compare later ones with them."),
    "evaluate.against": (
        "与存下的一次结果比较，列出改进和退步。",
        "Show gains and losses against saved results.",
    ),
    # gold
    "gold": (
        "把审阅过的规划写成标注：已全部审阅的列表，以人的决定为准。",
        "Write a reviewed plan as gold: the completely reviewed lists, as people decided.",
    ),
    "gold.plan": ("审阅过的提取结果；- 为标准输入。", "Extracted file that was reviewed; - is standard input."),
    "gold.out": ("写到哪个文件。[默认：标准输出]", "Output file. [default: standard output]"),
    # explain
    "explain": (
        (
            "说明规则怎样读句子。\n"
            "每个句子之下列出其中的时间、数量、规则所见的骨架、读出的目标和责任分工及所用规则，以及各个数字不算目标的原因。"
            "用于添加规则和报告差错。"
        ),
        (
            "Explain how the rules read sentences.\n"
            "For each sentence, list its times and amounts, the skeleton that the rules see, the targets and "
            "responsibility clauses with the rules that read them, and why a number is not a target. Use it to add a "
            "rule or report a fault."
        ),
    ),
    "explain.sentences": (
        "加引号的句子，按原文照录：'到2025年，数字经济规模翻一番。'",
        "Sentences in quotes, exactly as printed: '到2025年，数字经济规模翻一番。'",
    ),
    "explain.as_json": ("写成 JSON，含全部字段。", "Write JSON with all fields."),
    # schema
    "schema": (
        "打印提取结果、两份对照、多份对照、上下承接、版本对照或审阅文件的 JSON Schema，或提取结果的数据手册。",
        (
            "Print the JSON Schema of an extracted plan, a diff, a matrix, a cascade, a track or a review file, or the "
            "codebook of a plan."
        ),
    ),
    "schema.what": (
        "extract、diff、compare、cascade 或 track 所写的 JSON，或 review；codebook 是数据手册（Markdown），说明各字段、各值和 null 的含义。",
        (
            "The JSON that extract, diff, compare, cascade or track writes, or review; codebook describes in Markdown "
            "what each field, value and null means."
        ),
    ),
}


def help_of(language: Language, command: str | None, parameter: str = "") -> str:
    """The help of a command, or of one of its arguments and options, which several commands may share."""
    name = command or "planparse"
    if parameter:
        own = parameter.lstrip("_")
        name = f"{name}.{own}" if f"{name}.{own}" in HELP else own
    return HELP[name][language == "en"]
