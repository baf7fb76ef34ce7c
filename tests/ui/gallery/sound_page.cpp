#include "tests/ui/gallery/sound_page.h"
#include "tests/ui/gallery/words.h"
#include "ui/kit/bars.h"
#include "ui/kit/field_form.h"
#include "ui/kit/lanes.h"
#include "ui/kit/level_meter.h"
#include "ui/kit/page_header.h"
#include "ui/kit/rail.h"
#include "ui/kit/right_panel.h"
#include "ui/kit/roles.h"
#include "ui/kit/ruler.h"
#include "ui/kit/section_header.h"
#include "ui/kit/span_tracks.h"
#include "ui/kit/spark.h"
#include "ui/kit/stacked_bar.h"
#include "ui/kit/status_bar.h"
#include "ui/kit/tag.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/kit/time_axis.h"
#include "ui/kit/top_bar.h"
#include "ui/kit/waterfall.h"
#include "ui/kit/words_track.h"
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QMenuBar>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTabBar>
#include <QToolButton>
#include <cmath>

using namespace vox::kit;
using namespace Qt::StringLiterals;

namespace {

std::vector<float> speech(double seconds, const QList<TimeSpan> &spans, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<float> out(size_t(seconds * 16000));
    for (size_t i = 0; i < out.size(); ++i) {
        const qint64 us = qint64(i) * 1'000'000 / 16000;
        float loud = 0.004f;
        for (const TimeSpan &span : spans)
            if (us >= span.from && us < span.to) {
                const double t = double(us) / 1e6;
                loud = float(0.25 + 0.25 * std::abs(std::sin(t * 9)) * std::abs(std::sin(t * 2.3 + seed)));
            }
        out[i] = loud * float(random.bounded(2.0) - 1.0);
    }
    return out;
}

vox::FieldInfo make(const char *key, vox::FieldType type, const char *label, const char *group = "")
{
    vox::FieldInfo info;
    info.key = QString::fromLatin1(key);
    info.type = type;
    info.label = label;
    info.group = group;
    return info;
}

QWidget *form(bool russian)
{
    const auto s = [russian](const char *en, const char *ru) { return russian ? ru : en; };
    auto *panel = new QWidget;
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(16, 12, 16, 12);
    auto *fields = new FieldForm;
    fields->setContext({{u"en"_s, u"ru"_s}, {}, {}, {}, [russian](const vox::Error &) { return say(russian, "At most 10 000 ms.", "Не больше 10 000 мс."); }});
    vox::FieldList list{make("name", vox::FieldType::Text, s("Name", "Название"), s("General", "Общее")),
                        make("timeout", vox::FieldType::Integer, s("Timeout", "Предел ожидания"), s("Request", "Запрос")),
                        make("say", vox::FieldType::Localized, s("Say after 800 ms", "Сказать через 800 мс"), s("While waiting", "Пока ждём")),
                        make("interrupt", vox::FieldType::Boolean, s("Caller may interrupt", "Можно перебить"), s("While waiting", "Пока ждём")),
                        make("when", vox::FieldType::Expression, s("Only when", "Только если"), s("Outcomes", "Исходы")),
                        make("arguments", vox::FieldType::ObjectList, s("Arguments", "Аргументы"), s("Outcomes", "Исходы"))};
    list[1].unit = s("ms", "мс");
    list[5].fields = {make("name", vox::FieldType::Text, s("Name", "Имя"))};
    fields->setFields(list);
    fields->setObject({{u"name"_s, say(russian, "Book slot", "Записать на приём")}, {u"timeout"_s, 12000}, {u"interrupt"_s, true},
                       {u"say"_s, QJsonObject{{u"en"_s, u"I am booking that for you now."_s}, {u"ru"_s, u"Уже записываю вас."_s}}},
                       {u"when"_s, u"slots.size() > 0"_s},
                       {u"arguments"_s, QJsonArray{QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, u"slot"_s}}}}});
    fields->setProblems({{vox::Problem::Severity::Error, u"/timeout"_s, {}, {}}});
    column->addWidget(fields);
    column->addStretch(1);
    return panel;
}

} // namespace

SoundPage::SoundPage(bool russian)
{
    const auto s = [russian](const char *en, const char *ru) { return say(russian, en, ru); };
    setSurface(this, Colour::Surface0);
    resize(1600, 1000);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *top = new TopBar;
    for (const QString &name : {s("File", "Файл"), s("Edit", "Правка"), s("View", "Вид"), s("Agent", "Агент"), s("Call", "Звонок"), s("Go", "Переход"), s("Help", "Справка")})
        top->menuBar()->addMenu(name)->addAction(name);
    top->setCommandHint(u"Ctrl+K"_s);
    top->setPerson(u"Maria Kern"_s);
    all->addWidget(top);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    all->addLayout(middle, 1);
    auto *rail = new Rail;
    const struct { const char *icon, *en, *ru; int badge; } places[] = {
        {"house", "Today", "Сегодня", 4}, {"workflow", "Agents", "Агенты", 0}, {"audio-lines", "Bench", "Стенд", 0},
        {"messages-square", "Conversations", "Разговоры", 0}, {"radio", "Live", "Эфир", 3}, {"inbox", "Desk", "Обращения", 0}};
    for (const auto &place : places) {
        rail->add(QString::fromLatin1(place.icon), place.icon, s(place.en, place.ru));
        rail->setBadge(QString::fromLatin1(place.icon), place.badge, place.badge == 4 ? BadgeTone::Accent : BadgeTone::Quiet);
    }
    rail->add(u"settings"_s, "sliders-horizontal", s("Settings", "Настройки"), {}, Rail::Place::Bottom);
    rail->setCurrent(u"messages-square"_s);
    rail->setExpanded(russian);
    middle->addWidget(rail);
    auto *panels = new RightPanel;
    middle->addWidget(panels, 1);
    auto *content = new QWidget;
    panels->setContent(content);
    panels->setPanel(form(russian), 304);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new PageHeader(s("Clinic reception", "Регистратура"));
    head->setBackVisible(true);
    head->addTag(new Tag(s("version 14", "версия 14")));
    head->addTag(new Tag(s("moved", "перенесён"), Meaning::Success));
    head->setNote(s("17 March, 09:32, inbound", "17 марта, 09:32, входящий"));
    for (const QString &name : {s("Graph", "Граф"), s("Prompts", "Подсказки"), s("Voice", "Голос")}) head->tabs()->addTab(name);
    auto *test = new QPushButton(s("Make a test", "Сделать тестом"));
    setRole(test, ButtonRole::Primary);
    head->addAction(test);
    column->addWidget(head);

    const QList<TimeSpan> caller{{1'000'000, 3'000'000}, {12'000'000, 14'000'000}}, agent{{4'100'000, 8'200'000}, {8'600'000, 12'800'000}};
    m_peaks.append(LaneSide::Caller, speech(16, caller, 1));
    m_peaks.append(LaneSide::Agent, speech(16, agent, 2));
    auto *axis = new TimeAxis(this);
    auto *lanes = new Lanes(*axis);
    lanes->setSource(&m_peaks);
    lanes->setLaneHeight(96);
    lanes->setSpeech(LaneSide::Caller, caller);
    lanes->setSpeech(LaneSide::Agent, agent);
    lanes->setOverlaps({{12'000'000, 12'800'000}});
    lanes->setBargeIns({{12'800'000, s("barge-in, stopped in 9 ms", "перебил, замолчал за 9 мс")}});
    lanes->setDelays({{{3'000'000, 4'100'000}, true}});
    axis->show(500'000, 14'500'000);
    axis->setPlayhead(5'620'000);
    column->addSpacing(8);
    column->addWidget(new Ruler(*axis));
    column->addWidget(lanes);
    auto *words = new WordsTrack(*axis);
    words->setWords({{{1'000'000, 1'600'000}, s("any", "в любое"), LaneSide::Caller, 1},
                     {{1'600'000, 2'200'000}, s("time", "время"), LaneSide::Caller, 1},
                     {{2'300'000, 3'000'000}, s("after three", "после трёх"), LaneSide::Caller, 1},
                     {{4'200'000, 4'500'000}, s("I", "есть"), LaneSide::Agent, 2},
                     {{4'800'000, 5'300'000}, s("have", "место"), LaneSide::Agent, 2},
                     {{5'500'000, 6'300'000}, s("Thursday", "в четверг"), LaneSide::Agent, 2},
                     {{8'700'000, 9'800'000}, s("Which one", "Какое"), LaneSide::Agent, 3},
                     {{10'000'000, 11'000'000}, s("do you", "вам"), LaneSide::Agent, 3},
                     {{11'500'000, 12'800'000}, s("prefer?", "удобнее?"), LaneSide::Agent, 3, false},
                     {{12'100'000, 13'900'000}, s("Thursday please", "четверг пожалуйста"), LaneSide::Caller, 4, true, false}});
    column->addWidget(words);
    auto *spans = new SpanTracks(*axis);
    spans->setRows({{s("Endpointing", "Конец речи"), Meaning::Neutral, {{{3'000'000, 3'176'000}, u"176 ms"_s}}},
                    {s("Recognition", "Узнавание"), Meaning::Caller, {{{1'000'000, 3'260'000}, {}, true}}},
                    {s("Tool", "Инструмент"), Meaning::Tool, {{{3'300'000, 3'721'000}, u"free_slots 421 ms"_s}}},
                    {s("Speech", "Речь"), Meaning::Agent, {{{3'900'000, 12'800'000}, {}, true}}},
                    {s("Device", "Устройство"), Meaning::Neutral, {{{4'070'000, 4'100'000}, u"23 ms"_s}}, true}});
    column->addWidget(spans);
    auto *turns = new SectionHeader(s("Turns", "Реплики"));
    turns->setCount(5);
    turns->setNote(s("slowest first", "сначала медленные"));
    turns->setHairline(true);
    column->addWidget(turns);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(16, 12, 16, 12);
    below->setSpacing(24);
    auto *first = new QVBoxLayout;
    LatencyParts parts;
    parts.ms = {176, 90, 38, 421, 164, 188, 23};
    for (int i = 0; i < 3; ++i) {
        auto *bar = new StackedBar;
        LatencyParts one = parts;
        one.ms[3] = i * 200;
        bar->setParts(one, 1300, 900);
        first->addWidget(bar);
    }
    auto *waterfall = new Waterfall;
    waterfall->setParts(parts, 900);
    first->addWidget(waterfall);
    first->addStretch(1);
    below->addLayout(first, 1);
    auto *second = new QVBoxLayout;
    auto *meter = new LevelMeter;
    meter->setLevel(-14, -9);
    second->addWidget(meter);
    auto *spark = new Spark;
    spark->setValues({700, 690, 640, 650, 630, 610, 640, 720, 660, 640}, 900.0);
    second->addWidget(spark);
    auto *bars = new Bars;
    QList<double> today, usual;
    QStringList hours;
    for (int i = 0; i < 24; ++i) {
        usual.append(10 + 80 * std::sin(i * 0.131));
        if (i < 10) today.append(usual.last() * 0.8);
        hours.append(i % 3 ? QString() : u"%1"_s.arg(i, 2, 10, QChar(u'0')));
    }
    bars->setValues(today, hours, usual);
    bars->setNow(9.7, u"09:41"_s);
    second->addWidget(bars, 1);
    below->addLayout(second, 1);
    auto *third = new QVBoxLayout;
    auto *text = new TextBlock(s("I have Thursday at 15:20 or Friday at 16:00. Which one do you prefer?", "Есть четверг в 15:20 или пятница в 16:00. Что вам удобнее?"));
    text->setRanges({{7, 8, TextRange::Look::Spoken}, {int(text->text().size()) - 7, 7, TextRange::Look::Struck}});
    third->addWidget(text);
    auto *found = new TextBlock(s("He asked to move an appointment from Tuesday to Thursday.", "Просил перенести запись с вторника на четверг."));
    found->setRanges({{9, 14, TextRange::Look::Hit}});
    third->addWidget(found);
    third->addStretch(1);
    below->addLayout(third, 1);
    column->addLayout(below, 1);

    auto *status = new StatusBar;
    status->addLeft("cloud-check", s("Synced 09:41", "Синхронизировано 09:41"));
    status->addLeft("server", s("Clinic workspace", "Рабочее место «Клиника»"));
    status->addRight("mic", s("Desk headset, 48 kHz", "Гарнитура, 48 кГц"));
    status->addRight("radio", s("3 live calls", "3 звонка в эфире"));
    status->addRight("", u"p95"_s)->setFigure(s("640 ms", "640 мс"));
    all->addWidget(status);
}
