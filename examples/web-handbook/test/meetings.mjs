// The rooms of meetings: the month, the five steps of a meeting, the monitor.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Opens the page in a window of its own and keeps what it complains about. */
async function openPage(browser, address, options, complaints) {
  const page = await browser.newPage(options);
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  await page.waitForSelector("#monitor h3", { timeout: 60_000 });
  const text = async (selector) => (await page.locator(selector).first().textContent())?.replaceAll("\u00a0", " ").trim();
  return {
    page,
    text,
    status: () => text("#desk-status"),
    focused: () => page.evaluate(() => document.activeElement?.id ?? ""),
    control: (form, name) => page.locator(`[data-form^="${form}"] [name="${name}"]`),
    send: (form) => page.click(`[data-form^="${form}"] .primary`),
    /** What is late, missing or wrong beside the controls of a form. */
    failures: (form) => page.locator(`[data-form^="${form}"] .field-failure`).allInnerTexts(),
  };
}

async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Targets of the rooms that are smaller than a finger. */
async function smallTargets(page) {
  return page.evaluate(() =>
    ["desk", "calendar", "meeting", "monitor"].flatMap((room) =>
      [...document.querySelectorAll(`#${room} :is(button, select, input:not([type="radio"]), textarea, a, summary, label.tap, td[data-day])`)]
        .filter((each) => {
          const { width, height } = each.getBoundingClientRect();
          return height > 0 && (height < 44 || width < 44);
        })
        .map((each) => `${room}: ${each.outerHTML.slice(0, 80)}`),
    ),
  );
}

async function schedule({ page, control, send }, on) {
  await control("schedule", "on").fill(on);
  await send("schedule");
  await page.waitForSelector("#step-prepare");
}

export async function testMeetings({ browser, origin, check, shots }) {
  const complaints = [];
  await wholeMeeting({ browser, origin, check, shots, complaints });
  await months({ browser, origin, check, shots, complaints });
  await score({ browser, origin, check, shots, complaints });
  await feed({ browser, origin, check, complaints });
  await monitor({ browser, origin, check, shots, complaints });
  await keyboardOnly({ browser, origin, check, complaints });
  await onPhone({ browser, origin, check, shots, complaints });
  check("nothing complained in the rooms of meetings", complaints.length === 0, complaints);
}

/** Every step of a meeting, in Vietnamese. */
async function wholeMeeting({ browser, origin, check, shots, complaints }) {
  const opened = await openPage(browser, `${origin}?lang=vi`, { viewport: { width: 1280, height: 900 }, colorScheme: "light" }, complaints);
  const { page, text, status, control, send, failures, focused } = opened;
  const levels = await page.locator("main :is(h2, h3, h4, h5)").evaluateAll((all) => all.map((each) => Number(each.tagName[1])));
  check("headings go down one level at a time", levels.every((level, place) => place === 0 || level <= levels[place - 1] + 1), levels.join(""));
  const unnamed = await page.evaluate(() => [...document.querySelectorAll("#desk, #calendar, #meeting, #monitor")].flatMap((room) => [...room.querySelectorAll("input, select, textarea")].filter((each) => each.labels.length === 0).map((each) => each.id)));
  check("every control has a label", unnamed.length === 0, unnamed);

  await control("schedule", "on").fill("");
  await send("schedule");
  check("a meeting without a day is not put on the calendar", (await failures("schedule")).join() === "Cần điền ô này.", await failures("schedule"));
  check("and the focus is where it is wrong", (await focused()).endsWith("-on"), await focused());
  await schedule(opened, "2024-01-12");
  check("a meeting is put on the calendar", /Đã ghi vào sổ/.test(await status()) && (await page.locator('#calendar [data-calendar="hop-moi-1"]').count()) === 1, await status());
  check("the first step is the preparation", (await page.getAttribute("#step-prepare", "aria-current")) === "step" && (await text("#step-prepare")).includes("0/4"), await text("#step-prepare"));

  // Prepare: what is wrong stands beside its field, and what was typed stays.
  await control("arrange", "at").fill("19:30");
  await control("arrange", "minutes").fill("0");
  await control("arrange", "place").fill("Nhà văn hóa thôn");
  await send("arrange");
  const beside = await page.locator('[data-form^="arrange"] .field:has([name="minutes"]) .field-failure').innerText();
  check("an error stands next to its field", beside.includes("minutes") && beside.includes("1..=10080"), beside);
  check("the field is marked and has the focus", (await control("arrange", "minutes").getAttribute("aria-invalid")) === "true" && (await focused()).endsWith("-minutes"), await focused());
  check("the error is told to a screen reader", (await status()).startsWith("Chưa ghi được"), await status());
  check("what was typed stays", (await control("arrange", "place").inputValue()) === "Nhà văn hóa thôn");
  await page.locator("#meeting").screenshot({ path: join(shots, "meeting-error.png") });
  await page.click('[data-language="en"]');
  const english = await page.locator('[data-form^="arrange"] .field-failure').innerText();
  check("the error changes its language and what was typed stays", english !== beside && english.includes("1..=10080") && (await control("arrange", "place").inputValue()) === "Nhà văn hóa thôn", english);
  await page.click('[data-language="vi"]');
  await control("arrange", "minutes").fill("90");
  await control("arrange", "link").fill("https://hop.example/thon-1");
  await control("arrange", "topic").fill("Vệ sinh môi trường");
  await control("arrange", "secretary").selectOption({ index: 2 });
  await control("arrange", "guests").fill("Đại diện Mặt trận\nTrưởng thôn");
  await send("arrange");
  const head = await text("#meeting-head");
  check("time, place, link, topic and guests are there", ["19:30", "Nhà văn hóa thôn", "https://hop.example/thon-1", "Vệ sinh môi trường", "Trưởng thôn"].every((part) => head.includes(part)), head);

  await send("agenda");
  check("an empty agenda is refused at its point", (await failures("agenda")).length === 1 && (await focused()).includes("items-0-title"), await failures("agenda"));
  await control("agenda", "items[0].title").fill("Kết quả tháng 12");
  await page.click('[data-form^="agenda"] button:has-text("Thêm nội dung")');
  check("a new point has the focus and the first one stays", (await focused()).includes("items-1-title") && (await control("agenda", "items[0].title").inputValue()) === "Kết quả tháng 12", await focused());
  await control("agenda", "items[1].title").fill("Dự thảo nghị quyết");
  await send("agenda");
  await control("papers", "papers").fill("Báo cáo tháng 12");
  await send("papers");
  check("the paper is on the handbook", (await text('[data-form^="papers"]')).includes("Báo cáo tháng 12"));
  await control("notice", "text").fill("Kính mời các đồng chí dự họp.");
  await send("notice");
  check("the first step is done", (await text("#step-prepare")).includes("4/4"), await text("#step-prepare"));

  // Collect: the draft, proposals also from far away, and what the secretary says to them.
  await page.click("#step-collect");
  check("a step takes the focus to its heading", (await focused()) === "step-title");
  await control("draft", "text").fill("Mỗi hộ phân loại rác tại nhà.");
  await send("draft");
  const bring = async (kind, words, who) => {
    await control("contribute", "by").selectOption(who);
    await control("contribute", "kind").selectOption(kind);
    await control("contribute", "text").fill(words);
    await send("contribute");
  };
  await bring("proposal", "Thêm một điểm thu gom.", { index: 3 });
  await bring("comment", "Bỏ điều hai.", { index: 4 });
  await bring("question", "Khi nào sửa đường?", { index: 5 });
  check("three contributions wait", (await page.locator("[data-contribution] .waiting").count()) === 3);
  const [first, second] = await page.locator("[data-contribution]").evaluateAll((all) => all.map((each) => each.dataset.contribution));
  await page.click(`[data-contribution="${first}"] button:has-text("Tiếp thu") >> nth=0`);
  check("one is accepted", (await text(`[data-contribution="${first}"] .accepted`)) === "được tiếp thu");
  await page.click(`[data-contribution="${second}"] button:has-text("Không tiếp thu")`);
  const needed = await failures("settle");
  check("not accepting needs a reason, beside the reason", needed.length === 1 && needed[0].includes("reason"), needed);
  await page.locator(`[data-contribution="${second}"] [name="reason"]`).fill("Đã thống nhất kỳ trước");
  await page.click(`[data-contribution="${second}"] button:has-text("Không tiếp thu")`);
  check("with a reason it is not accepted", (await text(`[data-contribution="${second}"]`)).includes("Lý do: Đã thống nhất kỳ trước"));

  // Hold.
  await page.click("#step-hold");
  await send("open");
  check("a meeting is not opened on another day", (await failures("open")).some((each) => each.includes("2024-01-12")), await failures("open"));
  await page.click("#go-to-day");
  check("the day of the meeting becomes today", (await page.inputValue("#today")) === "2024-01-12");
  await send("open");
  check("it is open", (await text("[data-opened]")).includes("19:30") && (await text("[data-stage]")) === "đã họp");
  const members = await page.locator("[data-presence]").evaluateAll((all) => all.map((each) => each.dataset.presence));
  const tap = (kind, member) => page.click(`[id$="-${kind}-${member}"]`);
  const clock = (at) => control("presence", "at").or(page.locator('#meeting .act:has([data-presence]) [name="at"]')).first().fill(at);
  await clock("19:25");
  for (const member of members.slice(0, 14)) await tap("came", member);
  await clock("19:50");
  await tap("online", members[14]);
  await tap("came", members[15]);
  await clock("20:40");
  await tap("left", members[3]);
  check("who came late is told apart", (await text(`[data-presence="${members[15]}"]`)).includes("đến muộn 19:50") && (await text(`[data-presence="${members[14]}"]`)).includes("trực tuyến, muộn 19:50"));
  check("who left is told with the time", (await text(`[data-presence="${members[3]}"]`)).includes("về 20:40"));
  check("a tap keeps the focus", (await focused()).endsWith(`-left-${members[3]}`), await focused());
  check("those there are counted", /^Có mặt 15 trên \d+\.$/.test(await text("#meeting .counted")), await text("#meeting .counted"));
  await control("excuse", "member").selectOption(members[16]);
  await control("excuse", "reason").selectOption("workTrip");
  await send("excuse");
  const marked = (member) => page.locator(`[data-roll="${member}"] input:checked`).inputValue();
  check("the roll is filled in from what was seen", (await marked(members[0])) === "presentInPerson" && (await marked(members[14])) === "presentOnline" && (await marked(members[16])) === "excused" && (await marked(members[17])) === "unexcused");
  await page.click(`[data-roll="${members[17]}"] label:has([value="excused"])`);
  check("one tap changes a line", (await marked(members[17])) === "excused");

  await control("speak", "member").selectOption(members[2]);
  await send("speak");
  await control("speak", "member").selectOption(members[5]);
  await send("speak");
  check("speakers are counted", (await text("[data-speakers]")) === "2 người đã phát biểu.");

  // A vote while it is counted, and two that are recorded.
  const tally = () => text("#meeting .tally");
  const before = await tally();
  check("the vote says how many are needed", /cần ít nhất \d+ phiếu/.test(before) && /Còn thiếu \d+ phiếu/.test(before), before);
  const required = Number(/ít nhất (\d+)/.exec(before)[1]);
  await page.click('[aria-label="Thêm một: Tán thành"]');
  check("each vote counts at once", (await tally()).includes(`Còn thiếu ${required - 1} phiếu`), await tally());
  await control("vote", "question").fill("Thông qua nghị quyết");
  await control("vote", "yes").fill(String(required));
  check("enough votes are said", (await tally()).includes("được thông qua"), await tally());
  await page.screenshot({ path: join(shots, "vote.png") });
  await send("vote");
  check("the vote is kept with its grounds", (await text('[data-vote="1"] .mark-pill')) === "thông qua" && (await page.locator('[data-vote="1"] .ground').count()) > 0);
  await control("vote", "question").fill("Thông qua quy chế");
  await control("vote", "method").selectOption("secret");
  await control("vote", "yes").fill("2");
  await control("vote", "no").fill("9");
  await send("vote");
  check("a vote that fails is kept as such", (await text('[data-vote="2"] .mark-pill')) === "không thông qua");
  await control("vote", "question").fill("Quá nhiều phiếu");
  await control("vote", "yes").fill("900");
  await send("vote");
  check("more votes than people are refused at the field", (await failures("vote")).length === 1 && (await focused()).endsWith("-yes"), await failures("vote"));

  await send("roll");
  check("the roll is closed", (await text("[data-roll-called]")).includes("Đã điểm danh") && (await page.locator("[data-presence]").count()) === 0, await status());
  await control("minutes", "text").fill("Chi bộ họp, bàn hai nội dung.");
  await send("minutes");
  await control("close", "at").fill("19:00");
  await send("close");
  check("it does not close before it opened", (await failures("close")).some((each) => each.includes("19:30")), await failures("close"));
  await control("close", "at").fill("21:00");
  await send("close");
  check("it is closed after 90 minutes", (await text("[data-closed]")) === "Bế mạc lúc 21:00; họp 90 phút.", await text("[data-closed]"));
  check("the third step is done", (await text("#step-hold")).includes("3/3"), await text("#step-hold"));

  // Conclude: a refusal with its grounds, then the resolution.
  await page.click("#step-conclude");
  check("the draft is the text to begin with", (await control("resolve", "text").inputValue()) === "Mỗi hộ phân loại rác tại nhà.");
  await control("resolve", "title").fill("Nghị quyết tháng 1");
  await control("resolve", "vote").selectOption("2");
  await send("resolve");
  const refused = await text("[data-refused]");
  check("a resolution whose vote failed is refused with grounds", refused.startsWith("Quy định không cho phép") && (await page.locator("[data-refused] .ground.fails .sentence").count()) > 0 && refused.includes("VOTE-03"), refused);
  check("the refusal is told", (await status()).startsWith("Quy định không cho phép"), await status());
  await page.locator("#meeting").screenshot({ path: join(shots, "meeting-refused.png") });
  await control("resolve", "vote").selectOption("1");
  await send("resolve");
  check("with the other vote it passes", (await text("[data-resolutions]")).includes("Nghị quyết số 1 ngày 12/01/2024: Nghị quyết tháng 1") && (await page.locator("[data-refused]").count()) === 0);
  await control("task", "dueOn").fill("2023-12-01");
  await control("task", "title").fill("Mở điểm thu gom");
  await send("task");
  check("a task is not due before it is given", (await failures("task")).length === 1 && (await focused()).endsWith("-dueOn"), await failures("task"));
  await control("task", "dueOn").fill("2024-02-10");
  await send("task");
  check("the resolution gives a task", (await text('[data-form^="task"]')).includes("hạn 10/02/2024"), await failures("task"));
  await send("publish");
  check("the result is published", (await text('[data-form^="publish"]')).includes("Đã đưa lên ngày 12/01/2024."));

  // Follow.
  await page.click("#step-follow");
  const missing = () => page.locator("[data-missing]").evaluateAll((all) => all.map((each) => each.dataset.missing));
  const open = await missing();
  check("what is missing is listed", ["answerQuestions", "tasksDone"].every((item) => open.includes(item)) && !open.includes("publish"), open);
  await page.locator('[data-task] [name="quality"]').selectOption({ index: 1 });
  await page.click("[data-task] .primary");
  check("the task is done", (await page.getAttribute("[data-task]", "data-task-state")) === "done" && !(await missing()).includes("tasksDone"), await missing());
  await page.locator('[data-question] [name="text"]').fill("Quý hai năm nay.");
  await page.click("[data-question] .primary");
  check("the question is answered", !(await missing()).includes("answerQuestions") && (await text("[data-question]")).includes("Câu trả lời: Quý hai năm nay."), await missing());
  const others = await missing();
  if (others.length > 0) {
    await page.click(`#go-${others[0]}`);
    check("a missing thing leads to its step", (await page.locator('[data-step="follow"]').count()) === 0 && (await focused()) === "step-title");
  }

  // The meeting stands in the calendar, and the monitor counts it.
  check("the calendar has it as held", (await page.getAttribute('#calendar [data-calendar="hop-moi-1"]', "data-shown")) === "held");
  await page.click("#monitor-next");
  const onTime = Number(await text('[data-monitor="onTime"] dd'));
  check("the monitor counts it", onTime === 1, onTime);
  await page.close();
}

/** A meeting marks itself, by keyboard; before the rule is in force that is said. */
async function score({ browser, origin, check, shots, complaints }) {
  const opened = await openPage(browser, `${origin}?lang=vi`, { viewport: { width: 1280, height: 900 } }, complaints);
  const { page, text, status, control, send, failures, focused } = opened;
  await schedule(opened, "2024-01-12");
  await page.click("#step-conclude");
  const before = await text("[data-score-unknown]");
  check("before the rule there is no score, and that is said", (await page.getAttribute("[data-score-unknown]", "data-score-unknown")) === "ruleNotInForce" && before.includes("12/01/2024") && (await page.locator('[data-form^="score"]').count()) === 0, before);

  // Everyone comes, one speaks; held, it is concluded.
  const begin = async (on) => {
    await page.fill("#today", on);
    await page.dispatchEvent("#today", "change");
    await page.selectOption("#meeting-chooser", "");
    await schedule(opened, on);
    await page.click("#step-conclude");
  };
  const hold = async () => {
    await page.click("#step-hold");
    await control("open", "at").fill("19:30");
    await send("open");
    const members = await page.locator("[data-roll]").evaluateAll((all) => all.map((each) => each.dataset.roll));
    for (const member of members) await page.click(`[data-roll="${member}"] label:has([value="presentInPerson"])`);
    await control("speak", "member").selectOption({ index: 1 });
    await send("speak");
    await send("roll");
    await control("close", "at").fill("21:00");
    await send("close");
    await page.click("#step-conclude");
  };
  await begin("2025-10-29");
  await hold();
  for (const [place, mark] of ["10", "25", "10", "5", "5"].entries()) await control("score", `given[${place}]`).fill(mark);
  await send("score");
  check("without a resolution before there is a sum and no class", (await text('[data-score-part="previousResolution"]')) === "không chấm" && (await text(".score-sum")).endsWith("trên 70 điểm. Không xếp loại"), await text(".score-sum"));
  await control("resolve", "title").fill("Nghị quyết tháng 10");
  await control("resolve", "text").fill("Mở điểm thu gom.");
  await send("resolve");
  await control("task", "title").fill("Mở điểm thu gom");
  await control("task", "dueOn").fill("2025-11-04");
  await send("task");
  await page.click("#step-follow");
  await page.locator('[data-task] [name="quality"]').selectOption({ index: 1 });
  await page.click("[data-task] .primary");

  await begin("2025-11-05");
  const labels = await page.locator('[data-form^="score"] label').allInnerTexts();
  check("the parts to mark and their most come from the rule book", labels.length === 5 && ["10", "25", "10", "5", "5"].every((most, place) => labels[place].endsWith(`(tối đa ${most})`)), labels);
  const marks = ["10", "20,5", "9", "5", "4.25"];
  const type = async (texts) => {
    await control("score", "given[0]").focus();
    for (const mark of texts) {
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(mark);
      await page.keyboard.press("Tab");
    }
  };
  await type(marks);
  check("Tab leads through the marks to the button", (await focused()).endsWith("-submit"), await focused());
  await page.keyboard.press("Enter");
  check("a meeting without a roll has no score", (await failures("score")).length === 1 && (await page.locator("[data-score]").count()) === 0, await failures("score"));

  await hold();
  check("what was typed stays", (await control("score", "given[1]").inputValue()) === "20,5");

  await type(["10", "25,01", "9", "5", "4.25"]);
  await page.keyboard.press("Enter");
  const beside = await page.locator('[data-form^="score"] .field:has([name="given[1]"]) .field-failure').allInnerTexts();
  check("a mark out of range is told beside its field", beside.length === 1 && beside[0].includes("0..=2500") && (await failures("score")).length === 1, beside);
  check("which is marked and has the focus", (await control("score", "given[1]").getAttribute("aria-invalid")) === "true" && (await focused()) === (await control("score", "given[1]").getAttribute("id")), await focused());
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("nhiều");
  await page.keyboard.press("Enter");
  check("a mark that is no number is told beside its field", (await failures("score")).join() === "Ghi số điểm, nhiều nhất hai chữ số lẻ: 8,5." && (await status()).startsWith("Chưa ghi được"), await failures("score"));
  await control("score", "given[1]").fill("");
  await page.keyboard.press("Enter");
  check("neither is one left out", (await failures("score")).join() === "Cần điền ô này.", await failures("score"));
  await page.keyboard.type("20,5");
  await page.keyboard.press("Enter");
  check("the score is recorded", (await status()).startsWith("Đã ghi vào sổ"), await status());

  const groups = await page.locator("[data-score-group]").evaluateAll((all) => all.map((each) => each.dataset.scoreGroup));
  check("seven groups", groups.join() === "time,attendance,preparation,organization,principles,previousResolution,closing", groups);
  check("what is computed is told from what is given", (await text('[data-score-part="time"]')) === "sổ tính" && (await text('[data-score-part="preparation"]')) === "tự chấm" && (await text('[data-score-part="conduct"]')).endsWith("20,5 / 25 điểm, tự chấm"), await text('[data-score-group="organization"]'));
  const sum = Number(await page.getAttribute("[data-score]", "data-score"));
  const shown = await text(".score-sum");
  // Given 48.75; time 5, attendance 5, few of those present spoke: 2; the resolution before 30.
  check("the sum has what was given and what was computed", sum === 9075 && shown.startsWith("Tổng: 90,75 trên 100 điểm."), shown);
  check("the class in Vietnamese", shown.endsWith("Xếp loại: tốt"), shown);
  await page.focus("#score-grounds");
  await page.keyboard.press("Enter");
  const sentences = await page.locator("[data-score] details .sentence:visible").allInnerTexts();
  check("the grounds are sentences on a click", sentences.length > 5 && sentences.every((each) => each.length > 10), sentences);
  await page.locator("#meeting").screenshot({ path: join(shots, "meeting-score.png") });
  await page.click('[data-language="en"]');
  check("the class in English", (await text(".score-sum")).endsWith("Class: good"), await text(".score-sum"));
  check("the marks can be given anew", (await control("score", "given[1]").inputValue()) === "20.5", await control("score", "given[1]").inputValue());
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = await overflow(page);
  const small = await smallTargets(page);
  check("the score fits a phone", wide <= 0 && small.length === 0, { wide, small: small.slice(0, 4) });
  await page.locator("#meeting").screenshot({ path: join(shots, "phone-score.png") });
  await page.close();
}

/** The calendar of the shown year as a file. */
async function feed({ browser, origin, check, complaints }) {
  const opened = await openPage(browser, `${origin}?lang=vi`, { viewport: { width: 1280, height: 900 } }, complaints);
  const { page, text, status } = opened;
  const download = async () => {
    const waiting = page.waitForEvent("download");
    await page.focus("#calendar-feed");
    await page.keyboard.press("Enter");
    const file = await waiting;
    return { name: file.suggestedFilename(), content: await readFile(await file.path(), "utf8") };
  };
  await schedule(opened, "2024-01-12");
  const cell = (await page.locator("#scope-cell option:checked").textContent())?.trim();
  check("the button says of what year and whose", (await text("#calendar-feed")) === `Tải lịch năm 2024 (.ics): ${cell}`, await text("#calendar-feed"));
  const { name, content } = await download();
  const lines = content.split("\r\n");
  check("the file is a calendar", name.endsWith("-2024.ics") && lines[0] === "BEGIN:VCALENDAR" && lines.at(-2) === "END:VCALENDAR" && lines.at(-1) === "", name);
  check("its lines end in CRLF", !/[^\r]\n/.test(content) && !/\r[^\n]/.test(content));
  check("the meeting is in it, with a reminder a day before", lines.includes("UID:hop-moi-1@example.org") && lines.includes("DTSTAMP:20240105T000000Z") && lines.some((line) => /^TRIGGER:-P(1D|T1440M)$/.test(line)), content);
  check("the file is told", (await status()).includes(name), await status());
  check("the same day gives the same file", (await download()).content === content);
  await page.selectOption("#calendar-of", { index: 1 });
  await page.click("#calendar-previous");
  const person = (await page.locator("#calendar-of option:checked").textContent())?.trim();
  const year = await download();
  check("a member's year before", year.name.endsWith("-2023.ics") && year.content.includes("SUMMARY") && !year.content.includes("hop-moi-1@") && (await text("#calendar-feed")).endsWith(`: ${person}`), year.name);
  const shown = await page.locator("#calendar [data-calendar]").evaluateAll((all) => all.map((each) => each.dataset.calendar));
  check("has the meetings that are shown", shown.length > 0 && shown.every((meeting) => year.content.includes(`UID:${meeting}@example.org`)), shown);
  await page.click('[data-language="en"]');
  check("the button speaks English", (await text("#calendar-feed")) === `Download the calendar of 2023 (.ics): ${person}`, await text("#calendar-feed"));
  await page.close();
}

/** The month of a cell and of a member. */
async function months({ browser, origin, check, shots, complaints }) {
  const opened = await openPage(browser, `${origin}?lang=vi`, { viewport: { width: 1280, height: 900 } }, complaints);
  const { page, text, control, send, focused, status } = opened;
  check("the month of today", (await text("#calendar-month")) === "Tháng 01/2024");
  const heads = await page.locator("#calendar th").evaluateAll((all) => all.map((each) => each.abbr));
  check("weekdays from Monday to Sunday", heads.length === 7 && heads[0] === "Thứ Hai" && heads[6] === "Chủ Nhật", heads);
  await page.click("#calendar-previous");
  check("the month before", (await text("#calendar-month")) === "Tháng 12/2023" && (await focused()) === "calendar-previous", await text("#calendar-month"));
  const held = await page.locator("#calendar .day-entry.held").count();
  check("its meeting stands on its day", held === 1 && (await page.locator("#calendar [data-calendar]").count()) === 1, held);
  await page.click("#calendar-next");

  await page.focus("#day-2024-01-01");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  check("arrow keys move by day and week", (await focused()) === "day-2024-01-09", await focused());
  await page.keyboard.press("Home");
  check("Home goes to Monday", (await focused()) === "day-2024-01-08", await focused());
  await page.keyboard.press("End");
  await page.keyboard.press("PageDown");
  check("Page Down turns the month", (await focused()) === "day-2024-02-14" && (await text("#calendar-month")) === "Tháng 02/2024", await focused());
  await page.keyboard.press("PageUp");
  await page.keyboard.press("PageUp");
  check("Page Up turns it back over the year", (await focused()) === "day-2023-12-14", await focused());
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  check("an arrow leads into the month before", (await focused()) === "day-2023-11-29" && (await text("#calendar-month")) === "Tháng 11/2023", await focused());
  check("one day has the tab stop", (await page.locator('#calendar td[tabindex="0"]').count()) === 1);

  // A meeting that is postponed, and one that is called off.
  await page.click("#calendar-next");
  await page.click("#calendar-next");
  await schedule(opened, "2024-01-10");
  await control("change", "to").fill("2024-01-17");
  await send("change");
  check("postponing needs a reason", (await page.locator('[data-form^="change"] .field-failure').count()) === 1);
  await control("change", "reason").fill("Trùng lịch của xã");
  await send("change");
  check("the change is told", (await text("[data-changes]")).includes("dời từ 10/01/2024 sang 17/01/2024. Lý do: Trùng lịch của xã"), await status());
  await page.selectOption("#meeting-chooser", "");
  await schedule(opened, "2024-01-24");
  await control("change", "reason").fill("Mưa bão");
  await page.click('[data-form^="change"] button:has-text("Hủy buổi họp")');
  const shown = await page.locator("#calendar [data-calendar]").evaluateAll((all) => all.map((each) => each.dataset.shown).sort());
  check("postponed and cancelled meetings are shown as such", shown.join() === "announced,cancelled,postponed", shown);
  check("a day tells what is on it", (await page.getAttribute("#day-2024-01-10", "aria-label")).includes("dời sang 17/01/2024") && (await page.getAttribute("#day-2024-01-24", "aria-label")).includes("đã hủy"), await page.getAttribute("#day-2024-01-10", "aria-label"));
  check("a meeting called off takes no more acts", (await text(".step-panel")).includes("đã hủy"));
  await page.locator("#calendar").screenshot({ path: join(shots, "calendar.png") });
  await page.focus("#day-2024-01-17");
  await page.keyboard.press("Enter");
  check("Enter chooses a day", (await text("#calendar h4")) === "Các buổi họp ngày 17/01/2024" && (await page.locator("#calendar [data-calendar]").count()) === 1, await text("#calendar h4"));
  await page.click('#calendar [data-calendar] a');
  check("a meeting of the calendar opens in the wizard", (await text("#meeting-head")).includes("17/01/2024") && (await text("#meeting-head")).includes("dời từ 10/01/2024") && (await focused()) === "meeting-title", await text("#meeting-head"));
  await page.selectOption("#calendar-of", { index: 1 });
  check("a member's calendar has the cell's meetings", (await page.locator('#calendar .day-entry').count()) === 3);
  await page.fill("#today", "2024-01-20");
  await page.dispatchEvent("#today", "change");
  check("a meeting that was not held is overdue", (await page.locator('#day-2024-01-17 .day-entry.overdue').count()) === 1);
  await page.fill("#today", "1999-01-01");
  await page.dispatchEvent("#today", "change");
  const outside = await text("#desk .field-failure");
  check("a day outside the rule book is told beside the field", outside.startsWith("Chọn một ngày từ") && (await page.getAttribute("#today", "aria-invalid")) === "true", outside);
  await page.fill("#today", "2024-01-20");
  await page.dispatchEvent("#today", "change");
  check("and gone with the next one", (await page.locator("#desk .field-failure").count()) === 0);
  await page.close();
}

/** The monitor with each asker. */
async function monitor({ browser, origin, check, shots, complaints }) {
  const opened = await openPage(browser, `${origin}?lang=vi`, { viewport: { width: 1280, height: 900 } }, complaints);
  const { page, text, focused } = opened;
  const sight = () => page.getAttribute(".monitor-answer", "data-sight");
  const lines = () => page.locator("[data-line-of]").count();
  check("the district in December", (await text('[data-monitor="cells"] dd')) === "295" && (await text('[data-monitor="onTime"] dd')) === "295" && (await text("#monitor-share")) === "90,63 %", await text("#monitor-share"));
  check("with its sums", (await text("#monitor-sums")).includes("5.013 lượt dự trên 5.531"), await text("#monitor-sums"));
  check("six months of trend", (await page.locator("[data-trend]").count()) === 6 && (await text('[data-trend="2023-07"] .bar-text')) === "90,29 %", await text('[data-trend="2023-07"]'));
  check("who needs help, most first", (await text("#monitor-need p")) === "65 chi bộ cần giúp" && (await text("[data-need]")).includes("10 chi bộ cần giúp"), await text("[data-need]"));
  await page.locator("#monitor").screenshot({ path: join(shots, "monitor.png") });
  await page.click('[data-need="xa-yen-lam"] button');
  check("down to a commune", (await text("#monitor-where")) === "Đảng bộ xã Yên Lâm" && (await focused()) === "monitor-where" && (await text('[data-monitor="cells"] dd')) === String(await lines()), await lines());
  check("with the reason for each cell", (await text("[data-need]")).includes("tỷ lệ dự dưới mức yêu cầu"), await text("[data-need]"));
  await page.click("[data-need] button");
  check("down to a cell", (await lines()) === 1 && (await text("[data-line-of]")).includes("họp đúng lịch"), await text("[data-line-of]"));
  await page.click("#monitor-calendar");
  check("and on to its calendar", (await focused()) === "calendar-title" && (await page.inputValue("#scope-above")) === "xa-yen-lam");
  await page.click("#path-huyen-yen-mo");
  await page.click("#monitor-previous");
  check("a month before", (await text("#monitor-month")) === "Tháng 11/2023" && (await text('[data-monitor="onTime"] dd')) === "295", await text("#monitor-month"));

  // Who asks: the answer stops at what the post may see, and says so.
  await page.selectOption("#scope-above", "xa-khanh-duong");
  const ask = (who) => page.selectOption("#monitor-asker", who);
  const offered = await page.locator("#monitor-asker option").evaluateAll((all) => all.map((each) => each.value));
  check("five askers", offered.join() === "host,district,commune,cellSecretary,member", offered);
  await ask("district");
  check("a district secretary sees sums", (await sight()) === "sums" && (await lines()) === 57 && (await text("#monitor-sight")).includes("Không hiện: từng chi bộ"), await text("#monitor-sight"));
  await page.click('[data-line-of="xa-khanh-duong"] button');
  check("but no single cell of a commune", (await sight()) === "sums" && (await lines()) === 0 && (await text('[data-monitor="cells"] dd')) === "13");
  await ask("commune");
  check("a commune secretary sees each cell", (await sight()) === "cells" && (await lines()) === 13 && (await text("#monitor-sight")).includes("Không hiện: điểm danh từng người"), await text("#monitor-sight"));
  await ask("cellSecretary");
  check("a cell secretary sees nothing of the commune's figures", (await sight()) === "member" && (await page.locator(".monitor-counts").count()) === 0, await sight());
  await ask("member");
  check("a plain member neither, and it is said what is withheld", (await sight()) === "member" && (await text("#monitor-sight")).includes("Không hiện: mọi số liệu"), await text("#monitor-sight"));
  await page.click("#path-huyen-yen-mo");
  await ask("commune");
  check("a commune secretary does not see the district's figures", (await sight()) === "member" && (await page.locator(".monitor-counts").count()) === 0, await sight());
  await ask("host");
  await page.click('[data-line-of="xa-khanh-duong"] button');
  const ownCell = (await page.textContent('#monitor-asker option[value="cellSecretary"]')).split(", ").at(-1);
  await page.locator("[data-line-of] button").filter({ has: page.getByText(ownCell, { exact: true }) }).click();
  await ask("cellSecretary");
  check("a cell secretary sees everything of the own cell", (await sight()) === "everything" && (await lines()) === 1, await sight());
  await page.click("#path-xa-khanh-duong");
  await ask("host");
  await page.click('[data-line-of="xa-khanh-duong.thon-05"] button');
  await ask("cellSecretary");
  check("and nothing of another", (await sight()) === "nothing" && (await text("#monitor-sight")).includes("không gì cả"), await text("#monitor-sight"));

  // A cell is open, and who asks or the day changes.
  await ask("host");
  const open = await text("#monitor-where");
  const hidden = async () => (await sight()) === "nothing" && (await lines()) === 0 && (await page.locator(".monitor-counts").count()) === 0 && (await text("#monitor-where")) === "Không được xem tổ chức này" && !(await text(".path")).includes(open) && !(await text(".monitor-answer")).includes(open);
  check("the host sees the open cell", (await sight()) === "everything" && (await lines()) === 1 && (await text(".path")).includes(open), open);
  await ask("district");
  check("a district secretary sees nothing of a single cell", await hidden(), await text(".monitor-answer"));
  await page.locator("#monitor").screenshot({ path: join(shots, "monitor-nothing.png") });
  await page.fill("#today", "2024-01-20");
  await page.dispatchEvent("#today", "change");
  check("nor on another day", await hidden(), await text(".monitor-answer"));
  await ask("commune");
  await page.selectOption("#scope-above", "huyen-yen-mo");
  check("where nobody holds the post its asker does not become the host", (await hidden()) && (await text("#monitor-asker option:checked")) === "Ở đây không có ai giữ chức này", await text("#monitor-asker option:checked"));
  await ask("host");
  check("the host is chosen again by hand", (await sight()) === "everything" && (await text("#monitor-where")) === open, await sight());
  await page.close();
}

/** A meeting from the calendar to its opening, without a mouse. */
async function keyboardOnly({ browser, origin, check, complaints }) {
  const { page, text, focused } = await openPage(browser, `${origin}?lang=en`, { viewport: { width: 1280, height: 900 } }, complaints);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Tabs on until the control has the focus. */
  const tabTo = async (ending, most = 60) => {
    for (let tabs = 0; tabs < most; tabs += 1) {
      if ((await focused()).endsWith(ending)) return true;
      await press("Tab");
    }
    return (await focused()).endsWith(ending);
  };
  await page.focus("#scope-cell");
  check("Tab leads through the calendar to the wizard", await tabTo("meeting-chooser"), await focused());
  check("and to the day of a new meeting", await tabTo("-submit"), await focused());
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  check("the focus is visible", ring === "solid", ring);
  await press("Enter");
  check("Enter schedules it", (await text("#meeting-head")).includes("Monthly, 2024-01-12"), await text("#meeting-head"));
  await page.focus("#meeting-chooser");
  check("the time by keyboard", await tabTo("arrange-hop-moi-1-at"), await focused());
  await page.keyboard.type("0730PM");
  await tabTo("arrange-hop-moi-1-place");
  await page.keyboard.type("Village hall");
  await press("Enter");
  check("Enter in a field records the form", (await text("#meeting-head")).includes("19:30 · Village hall"), await text("#meeting-head"));
  await page.focus("#meeting-chooser");
  await tabTo("step-hold");
  await press("Enter");
  check("the third step by keyboard", (await focused()) === "step-title" && (await text("#step-title")) === "3. Hold", await focused());
  await tabTo("go-to-day");
  await press("Enter");
  check("today is the day of the meeting", (await page.inputValue("#today")) === "2024-01-12" && (await focused()).endsWith("-at"), await focused());
  await press("Enter");
  check("it is opened", (await text("[data-opened]")) === "Opened at 19:30.", await text("[data-step]"));
  await page.focus("#meeting-chooser");
  const first = await page.locator("[data-presence]").first().getAttribute("data-presence");
  await tabTo(`-came-${first}`);
  await press("Space");
  check("a member comes by a key", (await page.getAttribute(`[id$="-came-${first}"]`, "aria-pressed")) === "true" && (await focused()).endsWith(`-came-${first}`), await focused());
  await tabTo(`${first}-presentInPerson`, 120);
  await press("ArrowRight");
  check("arrow keys change a line of the roll", (await page.locator(`[data-roll="${first}"] input:checked`).inputValue()) === "presentOnline");
  await page.close();
}

/** A phone in English and in the dark. */
async function onPhone({ browser, origin, check, shots, complaints }) {
  const opened = await openPage(browser, `${origin}?lang=en`, { viewport: { width: 360, height: 740 }, colorScheme: "dark", deviceScaleFactor: 2, isMobile: true, hasTouch: true }, complaints);
  const { page, text, control } = opened;
  const tap = (selector) => page.locator(selector).first().tap();
  const fits = async (what) => {
    const wide = await overflow(page);
    check(`${what}: no scrolling sideways at 360 px`, wide <= 0, `${wide} px`);
    const small = await smallTargets(page);
    check(`${what}: targets of 44 px`, small.length === 0, small.slice(0, 4));
  };
  await fits("the first look");
  await control("schedule", "on").fill("2024-01-12");
  await tap('[data-form^="schedule"] .primary');
  await fits("prepare");
  for (const step of ["collect", "hold", "conclude", "follow"]) {
    await tap(`#step-${step}`);
    await page.waitForSelector(`[data-step="${step}"]`);
    await fits(step);
  }
  check("the steps speak English", (await text("#step-title")) === "5. Follow up" && (await text('[data-missing="agenda"]')).startsWith("the agenda"), await text('[data-missing="agenda"]'));
  await tap("#go-agenda");
  await control("agenda", "items[0].title").fill("Report of December, with a word that is quite long for a narrow window");
  await tap('[data-form^="agenda"] .primary');
  await tap("#step-hold");
  await tap("#go-to-day");
  await control("open", "at").fill("19:30");
  await tap('[data-form^="open"] .primary');
  const first = await page.locator("[data-presence]").first().getAttribute("data-presence");
  await tap(`[id$="-online-${first}"]`);
  check("a tap records who comes", (await text(`[data-presence="${first}"]`)).includes("online 19:30"), await text(`[data-presence="${first}"]`));
  await tap(`[data-roll="${first}"] label:has([value="presentInPerson"])`);
  await fits("the meeting under way");
  await page.locator("#meeting").screenshot({ path: join(shots, "phone-meeting.png") });
  await page.locator("#calendar").screenshot({ path: join(shots, "phone-calendar.png") });
  await tap('[data-line-of="xa-yen-lam"] button');
  await fits("a commune in the monitor");
  await page.locator("#monitor").screenshot({ path: join(shots, "phone-monitor.png") });
  await page.close();
}
