#include "ui/kit/avatar.h"
#include "ui/kit/bars.h"
#include "ui/kit/chip.h"
#include "ui/kit/command_palette.h"
#include "ui/kit/count_badge.h"
#include "ui/kit/empty.h"
#include "ui/kit/free_place.h"
#include "ui/kit/fuzzy.h"
#include "ui/kit/lanes.h"
#include "ui/kit/level_meter.h"
#include "ui/kit/page_header.h"
#include "ui/kit/paint.h"
#include "ui/kit/progress.h"
#include "ui/kit/rail.h"
#include "ui/kit/right_panel.h"
#include "ui/kit/roles.h"
#include "ui/kit/ruler.h"
#include "ui/kit/search_field.h"
#include "ui/kit/segments.h"
#include "ui/kit/span_tracks.h"
#include "ui/kit/spark.h"
#include "ui/kit/stacked_bar.h"
#include "ui/kit/status_bar.h"
#include "ui/kit/style.h"
#include "ui/kit/tag.h"
#include "ui/kit/text_block.h"
#include "ui/kit/time_axis.h"
#include "ui/kit/toasts.h"
#include "ui/kit/top_bar.h"
#include "ui/kit/waterfall.h"
#include "ui/kit/words_track.h"
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QWheelEvent>
#include <functional>

using namespace vox::kit;
using namespace Qt::StringLiterals;

using Maker = std::function<QWidget *()>;
Q_DECLARE_METATYPE(Maker)

class TestWidgets : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup();
    void isReadable_data() { makers(); }
    void isReadable();
    void drawsInBothThemes_data() { makers(); }
    void drawsInBothThemes();
    void growsWithText_data();
    void growsWithText();
    void fuzzy_data();
    void fuzzy();
    void paletteByKeyboard();
    void toastsStackAndLast();
    void toastsCoverNoAction();
    void aPlaceThatIsFree_data();
    void aPlaceThatIsFree();
    void railByKeyboard();
    void chipIsRemovedByKey();
    void segmentsByKeyboard();
    void panelLiesOverNarrowWindows();
    void textBlockKeepsTheGrid();
    void headerGivesUpTagsBeforeActions();
    void wheelLeavesUnfocusedControlsAlone();

private:
    void makers();
    TimeAxis m_axis;
};

void TestWidgets::initTestCase()
{
    Style::install(*qApp);
}

void TestWidgets::cleanup()
{
    auto &theme = qobject_cast<Style *>(qApp->style())->theme();
    theme.setTextScale(1);
    theme.setBrightness(Brightness::Light);
}

void TestWidgets::makers()
{
    QTest::addColumn<Maker>("make");
    const auto row = [](const char *name, Maker make) { QTest::newRow(name) << std::move(make); };
    row("tag", [] { return new Tag(u"moved"_s, Meaning::Success, "circle-check"); });
    row("badge", [] { return new CountBadge(7); });
    row("chip", [] { return new Chip(u"Today"_s, Chip::Kind::Applied); });
    row("search", [] { return new SearchField(u"Find"_s); });
    row("avatar", [] { return new Avatar(u"Maria Kern"_s); });
    row("text", [] { return new TextBlock(u"Some words"_s); });
    row("empty", [] { return new Empty("inbox", u"Nothing here yet."_s, u"Import"_s); });
    row("progress", [] { auto *p = new Progress(u"Download"_s); p->setDone(0.3, u"3 of 9"_s, 70); return p; });
    row("level", [] { auto *m = new LevelMeter; m->setLevel(-12, -3); return m; });
    row("spark", [] { auto *s = new Spark; s->setValues({1, 3, 2}, 2.5); return s; });
    row("bars", [] { auto *b = new Bars; b->setValues({1, 3}, {u"a"_s, u"b"_s}); return b; });
    row("stacked", [] { auto *s = new StackedBar; LatencyParts p; p.ms = {100, 50, 20, 300, 0, 90, 20}; s->setParts(p, 900, 700); return s; });
    row("waterfall", [] { auto *w = new Waterfall; LatencyParts p; p.ms = {100, 50, 20, 300, 0, 90, 20}; w->setParts(p, 900); return w; });
    row("lanes", [this] { return new Lanes(m_axis); });
    row("ruler", [this] { return new Ruler(m_axis); });
    row("spans", [this] { auto *s = new SpanTracks(m_axis); s->setRows({{u"Tool"_s, Meaning::Tool, {{{0, 2'000'000}, u"x"_s}}}}); return s; });
    row("words", [this] { auto *w = new WordsTrack(m_axis); w->setWords({{{0, 900'000}, u"hello"_s}}); return w; });
    row("status piece", [] { return new StatusPiece("mic", u"Headset"_s); });
}

void TestWidgets::isReadable()
{
    QFETCH(Maker, make);
    const std::unique_ptr<QWidget> widget(make());
    QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(widget.get());
    QVERIFY(reader);
    QVERIFY2(!reader->text(QAccessible::Name).isEmpty(), "no name");
    if (!qobject_cast<Empty *>(widget.get())) QVERIFY2(reader->role() != QAccessible::Client, "no role of its own");
    const bool acts = qobject_cast<Chip *>(widget.get()) || qobject_cast<Lanes *>(widget.get()) || qobject_cast<Bars *>(widget.get())
                      || qobject_cast<StatusPiece *>(widget.get());
    if (acts) QVERIFY2(widget->focusPolicy() & Qt::TabFocus, "not reachable by keyboard");
}

// Each one paints something, differently in the dark.
void TestWidgets::drawsInBothThemes()
{
    QFETCH(Maker, make);
    auto &theme = qobject_cast<Style *>(qApp->style())->theme();
    const std::unique_ptr<QWidget> widget(make());
    widget->resize(widget->sizeHint().expandedTo({160, 10}));
    m_axis.setPlayhead(1'000'000);
    const QImage light = widget->grab().toImage();
    theme.setBrightness(Brightness::Dark);
    const QImage dark = widget->grab().toImage();
    QVERIFY(light != dark);
}

void TestWidgets::growsWithText_data()
{
    QTest::addColumn<Maker>("make");
    const auto row = [](const char *name, Maker make) { QTest::newRow(name) << std::move(make); };
    const QString words = u"Предел ожидания"_s;
    row("button", [=] { return new QPushButton(words); });
    row("primary", [=] { auto *b = new QPushButton(words); setRole(b, ButtonRole::Primary); return b; });
    row("small", [=] {
        auto *b = new QPushButton(words);
        setRole(b, ButtonRole::Normal, ControlSize::Small);
        setText(b, TextStyle::Control);
        return b;
    });
    row("check", [=] { return new QCheckBox(words); });
    row("radio", [=] { return new QRadioButton(words); });
    row("combo", [=] { auto *c = new QComboBox; c->addItem(words); return c; });
    row("tabs", [=] { auto *t = new QTabBar; t->addTab(words); return t; });
    row("tag", [=] { return new Tag(words); });
    row("chip", [=] { return new Chip(words); });
    row("segments", [=] { return new Segments({words}); });
}

// A control is wide and tall enough for its words at every text scale.
void TestWidgets::growsWithText()
{
    QFETCH(Maker, make);
    auto &theme = qobject_cast<Style *>(qApp->style())->theme();
    const std::unique_ptr<QWidget> widget(make());
    int before = 0;
    for (const qreal scale : {0.9, 1.0, 1.25, 1.5}) {
        theme.setTextScale(scale);
        QCoreApplication::sendPostedEvents();
        const QSize hint = widget->sizeHint();
        const QFontMetrics metrics(theme.font(TextStyle::Small));
        QVERIFY2(hint.width() >= metrics.horizontalAdvance(u"Предел ожидания"_s), "too narrow");
        QVERIFY2(hint.height() >= metrics.height(), "too low");
        QVERIFY2(hint.width() > before, "does not grow");
        before = hint.width();
    }
}

void TestWidgets::fuzzy_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("matches");
    QTest::addColumn<int>("start");
    QTest::newRow("prefix") << u"repl"_s << u"Replay on draft"_s << true << 0;
    QTest::newRow("later word") << u"draft"_s << u"Replay on draft"_s << true << 10;
    QTest::newRow("initials") << u"rod"_s << u"Replay on draft"_s << true << 0;
    QTest::newRow("russian, other case") << u"ПОВТ"_s << u"Сразу повторить"_s << true << 6;
    QTest::newRow("missing letter") << u"rez"_s << u"Replay on draft"_s << false << 0;
    QTest::newRow("empty finds all") << QString() << u"Anything"_s << true << -1;
}

void TestWidgets::fuzzy()
{
    QFETCH(QString, query);
    QFETCH(QString, title);
    const auto match = fuzzyMatch(query, title);
    QTEST(match.has_value(), "matches");
    if (match) QTEST(match->ranges.isEmpty() ? -1 : match->ranges.first().first, "start");
    const auto whole = fuzzyMatch(u"graph"_s, u"Graph"_s), apart = fuzzyMatch(u"graph"_s, u"Go read a photo"_s);
    QVERIFY(whole && (!apart || whole->score > apart->score));
}

void TestWidgets::paletteByKeyboard()
{
    QWidget window;
    window.resize(1024, 768);
    window.show();
    CommandPalette palette(&window);
    QString ran;
    const auto entry = [&](const QString &title) { return PaletteEntry{"play", title, u"Command"_s, {}, [&ran, title] { ran = title; }}; };
    palette.setEntries({entry(u"Open settings"_s), entry(u"Replay on draft"_s), entry(u"Replace microphone"_s)});
    palette.addSource([&](const QString &typed) { return QList<PaletteEntry>{entry(u"Find "_s + typed)}; });
    palette.open();
    QVERIFY(palette.isVisible());
    auto *field = palette.findChild<QLineEdit *>();
    QTest::keyClicks(field, u"repl"_s);
    QCOMPARE(palette.titles(), QStringList({u"Replay on draft"_s, u"Replace microphone"_s, u"Find repl"_s}));
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(ran, u"Replace microphone"_s);
    QVERIFY(!palette.isVisible());
    palette.open();
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
}

void TestWidgets::toastsStackAndLast()
{
    QWidget window;
    window.resize(1024, 768);
    window.show();
    Toasts toasts(&window);
    for (int i = 0; i < 5; ++i) toasts.post({ToastLevel::Information, QString::number(i), {}, {}, {}});
    QCOMPARE(toasts.shown(), 3);
    QCOMPARE(toasts.waiting(), 2);
    const int id = toasts.post({ToastLevel::Emergency, u"Outage"_s, u"Use the spare."_s, u"Switch"_s, {}});
    QCOMPARE(toasts.shown(), 3); // pushed one information out
    QCOMPARE(toasts.waiting(), 2);
    toasts.dismiss(id);
    QCOMPARE(toasts.waiting(), 1);
    QVERIFY(window.rect().contains(toasts.geometry()));
    QCOMPARE(Toasts::lifetime(ToastLevel::Information), 6000);
    QCOMPARE(Toasts::lifetime(ToastLevel::Error), 0);
}

// Whatever a page has at its bottom right stays free to be pressed, also when it comes after the toast.
void TestWidgets::toastsCoverNoAction()
{
    QWidget window;
    window.resize(1024, 768);
    QPushButton save(u"Save"_s, &window), later(u"Later"_s, &window);
    save.setGeometry(880, 700, 120, 28);
    later.setGeometry(780, 700, 80, 28);
    window.show();
    Toasts toasts(&window);
    const auto box = [&] { return toasts.geometry().adjusted(shadowMargin(), shadowMargin(), -shadowMargin(), -shadowMargin()); };
    const auto free = [&] { return !box().intersects(save.geometry()) && !box().intersects(later.geometry()) && window.rect().contains(box()); };
    for (int i = 0; i < 3; ++i) toasts.post({ToastLevel::Error, u"Not sent"_s, u"The server does not answer."_s, u"Try again"_s, {}});
    QVERIFY(free());
    QVERIFY(box().right() > 900); // above the buttons, not away from them
    save.move(880, 500);
    QTRY_VERIFY(free());
    later.move(780, 660);
    save.hide();
    QTRY_VERIFY(free());
    later.hide();
    QTRY_COMPARE(box().bottom(), window.height() - 24 - shadowMargin() - 1);
}

void TestWidgets::aPlaceThatIsFree_data()
{
    QTest::addColumn<QList<QRect>>("obstacles");
    QTest::addColumn<QRect>("place");
    const QRect right(300, 280, 100, 120);
    QTest::newRow("nothing there") << QList<QRect>() << right;
    QTest::newRow("over it") << QList<QRect>{{350, 390, 20, 10}} << right.translated(0, -10);
    QTest::newRow("over two, one above the other") << QList<QRect>{{350, 390, 20, 10}, {300, 270, 10, 10}} << right.translated(0, -130);
    QTest::newRow("a full column") << QList<QRect>{{350, 0, 20, 400}} << QRect(0, 280, 100, 120);
    QTest::newRow("both columns full") << QList<QRect>{{350, 0, 20, 400}, {50, 0, 20, 400}} << right;
}

void TestWidgets::aPlaceThatIsFree()
{
    QFETCH(QList<QRect>, obstacles);
    QTEST(freePlace(QRect(0, 0, 400, 400), QSize(100, 120), obstacles), "place");
}

void TestWidgets::railByKeyboard()
{
    QWidget window;
    window.resize(1600, 900);
    Rail rail(&window);
    rail.add(u"today"_s, "house", u"Today"_s);
    rail.add(u"agents"_s, "workflow", u"Agents"_s);
    rail.setBadge(u"today"_s, 4);
    rail.setExpanded(true);
    QCOMPARE(rail.sizeHint().width(), 184);
    window.resize(1100, 700);
    window.show();
    QCOMPARE(rail.sizeHint().width(), 48); // narrow windows are always collapsed
    QSignalSpy chosen(&rail, &Rail::chosen);
    rail.setCurrent(u"agents"_s);
    QCOMPARE(chosen.size(), 0);
    const auto items = rail.findChildren<QPushButton *>();
    QCOMPARE(items[0]->accessibleName(), u"Today, 4"_s);
    QTest::keyClick(items[0], Qt::Key_Space);
    QCOMPARE(rail.current(), u"today"_s);
    QCOMPARE(chosen.size(), 1);
}

void TestWidgets::chipIsRemovedByKey()
{
    Chip chip(u"Outcome: moved"_s, Chip::Kind::Applied);
    chip.show();
    QSignalSpy removed(&chip, &Chip::removed), clicked(&chip, &Chip::clicked);
    QTest::keyClick(&chip, Qt::Key_Delete);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.sizeHint().width() - 10, 12));
    QCOMPARE(removed.size(), 2);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(10, 12));
    QCOMPARE(removed.size(), 2);
    QCOMPARE(clicked.size(), 1);
}

void TestWidgets::segmentsByKeyboard()
{
    Segments segments({u"Graph"_s, u"Prompts"_s});
    segments.show();
    QSignalSpy changed(&segments, &Segments::currentChanged);
    auto *first = segments.findChildren<QPushButton *>().first();
    segments.activateWindow();
    first->setFocus();
    QCoreApplication::processEvents();
    QTest::keyClick(first, Qt::Key_Right);
    QCOMPARE(segments.current(), 1);
    QCOMPARE(changed.size(), 1);
}

void TestWidgets::panelLiesOverNarrowWindows()
{
    RightPanel panels;
    auto *content = new QWidget, *side = new QWidget;
    panels.setContent(content);
    panels.setPanel(side, 304);
    panels.resize(1600, 900);
    panels.show();
    QVERIFY(content->geometry().right() < side->x());
    panels.resize(1024, 768);
    QCOMPARE(content->width(), 1024);
    QCOMPARE(side->width(), 304);
    QSignalSpy opened(&panels, &RightPanel::openChanged);
    QTest::keyClick(&panels, Qt::Key_Escape);
    QCOMPARE(opened.size(), 1);
    QVERIFY(side->isHidden());
}

void TestWidgets::textBlockKeepsTheGrid()
{
    TextBlock block(u"Свободного времени после 15 не нашлось, передан регистратору, ждал 42 секунды."_s);
    const int one = block.heightForWidth(4000);
    QCOMPARE(one, 20);
    QCOMPARE(block.heightForWidth(200) % 20, 0);
    QVERIFY(block.heightForWidth(200) > one);
    block.setMaximumLines(2);
    QCOMPARE(block.heightForWidth(100), 40);
}

void TestWidgets::headerGivesUpTagsBeforeActions()
{
    PageHeader header(u"Регистратура клиники на Профсоюзной"_s);
    auto *tag = new Tag(u"версия 14"_s);
    auto *action = new QPushButton(u"Сделать тестом"_s);
    header.addTag(tag);
    header.addAction(action);
    header.resize(1200, 44);
    header.show();
    QVERIFY(tag->isVisible());
    header.resize(340, 44);
    QCoreApplication::processEvents();
    QVERIFY(!tag->isVisible());
    QVERIFY(action->isVisible());
    QCOMPARE(action->width(), action->sizeHint().width());
    // A part that wants another size is given it, and then there is rest.
    struct Count : QObject {
        int requests = 0;
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::LayoutRequest) ++requests;
            return false;
        }
    } count;
    header.installEventFilter(&count);
    action->setText(u"Сделать тестом и назвать"_s);
    for (int i = 0; i < 100; ++i) QCoreApplication::processEvents();
    QCOMPARE(action->width(), action->sizeHint().width());
    QVERIFY2(count.requests < 10, qPrintable(QString::number(count.requests)));
}

void TestWidgets::wheelLeavesUnfocusedControlsAlone()
{
    QComboBox combo;
    combo.addItems({u"a"_s, u"b"_s, u"c"_s});
    combo.show();
    combo.clearFocus();
    QWheelEvent wheel(QPointF(5, 5), combo.mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&combo, &wheel);
    QCOMPARE(combo.currentIndex(), 0);
    QVERIFY(!wheel.isAccepted());
}

QTEST_MAIN(TestWidgets)
#include "test_widgets.moc"
