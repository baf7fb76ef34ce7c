#include "ui/kit/icon_names.h"
#include "ui/kit/icons.h"
#include "ui/kit/node_look.h"
#include "ui/kit/style.h"
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace vox::kit;
using namespace Qt::StringLiterals;

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void contrast_data();
    void contrast();
    void changesReachWidgets();
    void textScaleIsClamped();
    void iconsAreCompiledIn();
    void nodeTypesHaveALook();
    void fontsAreOurs();
};

void TestTheme::initTestCase()
{
    Style::install(*qApp);
}

void TestTheme::contrast_data()
{
    QTest::addColumn<Brightness>("brightness");
    QTest::newRow("light") << Brightness::Light;
    QTest::newRow("dark") << Brightness::Dark;
}

// WCAG AA: 4.5 for text, 3 for lines and shapes, over every surface and soft fill.
void TestTheme::contrast()
{
    QFETCH(Brightness, brightness);
    Theme t;
    t.setBrightness(brightness);
    const auto atLeast = [](qreal need, const QColor &a, const QColor &b, const QString &what) {
        QVERIFY2(contrastRatio(a, b) >= need, qPrintable(what + u": %1"_s.arg(contrastRatio(a, b))));
    };
    for (const Colour surface : {Colour::Surface0, Colour::Surface1, Colour::Surface2, Colour::Surface3, Colour::AccentSoft}) {
        for (const Colour text : {Colour::Text1, Colour::Text2, Colour::Text3})
            atLeast(4.5, t[text], t[surface], u"text %1 on %2"_s.arg(int(text)).arg(int(surface)));
        if (surface == Colour::AccentSoft) continue;
        atLeast(4.5, t[Colour::Accent], t[surface], u"accent on %1"_s.arg(int(surface)));
        atLeast(3, t[Colour::Line3], t[surface], u"line on %1"_s.arg(int(surface)));
        atLeast(3, t[Colour::AccentLine], t[surface], u"focus on %1"_s.arg(int(surface)));
        for (int m = 1; m < meaningCount; ++m)
            atLeast(4.5, t.strong(Meaning(m)), t[surface], u"meaning %1 on %2"_s.arg(m).arg(int(surface)));
    }
    for (int m = 0; m < meaningCount; ++m) {
        atLeast(4.5, t.strong(Meaning(m)), t.soft(Meaning(m)), u"meaning %1 on its soft"_s.arg(m));
        for (const Colour text : {Colour::Text1, Colour::Text2, Colour::Text3})
            atLeast(4.5, t[text], t.soft(Meaning(m)), u"text on soft %1"_s.arg(m));
        atLeast(4.5, t.onSolid(Meaning(m)), t.solid(Meaning(m)), u"on solid %1"_s.arg(m));
    }
    for (const Colour fill : {Colour::Accent, Colour::AccentHover, Colour::AccentPressed})
        atLeast(4.5, t[Colour::OnAccent], t[fill], u"on accent"_s);
    for (int i = 0; i < 8; ++i) atLeast(3, t.chart(i), t[Colour::Surface1], u"chart %1"_s.arg(i));
}

void TestTheme::changesReachWidgets()
{
    auto &style = *qobject_cast<Style *>(qApp->style());
    Theme &theme = style.theme();
    theme.setBrightness(Brightness::Light);
    QLabel label(u"Title"_s);
    setText(&label, TextStyle::Title, Colour::Text2);
    QCOMPARE(label.font().pixelSize(), 15);
    QCOMPARE(label.palette().color(QPalette::WindowText), QColor(0x44, 0x48, 0x4B));
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setBrightness(Brightness::Dark);
    theme.setTextScale(1.5);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(label.palette().color(QPalette::WindowText), QColor(0xB9, 0xBE, 0xC2));
    QCOMPARE(label.font().pixelSize(), 23);
    QCOMPARE(theme.metrics().normal, 42);
    QCOMPARE(theme.metrics().overlayPanelBelow, 1920); // larger words need more room beside a panel
    theme.setTextScale(1.0);
    theme.setBrightness(Brightness::Light);
}

void TestTheme::textScaleIsClamped()
{
    Theme theme;
    theme.setTextScale(9);
    QCOMPARE(theme.textScale(), 1.5);
    theme.setTextScale(0.1);
    QCOMPARE(theme.textScale(), 0.9);
}

void TestTheme::iconsAreCompiledIn()
{
    for (const char *name : iconNames) {
        const QImage image = iconPixmap(name, 16, Qt::black, 2.0).toImage();
        QCOMPARE(image.size(), QSize(32, 32));
        bool drawn = false;
        for (int y = 0; y < 32 && !drawn; ++y)
            for (int x = 0; x < 32 && !drawn; ++x) drawn = qAlpha(image.pixel(x, y)) > 100;
        QVERIFY2(drawn, name);
    }
    QVERIFY(iconPixmap("no-such-icon", 16, Qt::black, 1.0).isNull());
}

void TestTheme::nodeTypesHaveALook()
{
    for (const NodeLook &look : nodeLooks()) QVERIFY2(iconExists(look.icon), look.type);
    QCOMPARE(nodeLook(u"tool").meaning, Meaning::Tool);
    QCOMPARE(nodeLook(u"from the future").meaning, Meaning::Neutral);
}

void TestTheme::fontsAreOurs()
{
    const Theme &theme = Theme::of();
    QCOMPARE(QFontInfo(theme.font(TextStyle::Body)).family(), u"Inter"_s);
    QCOMPARE(QFontInfo(theme.font(TextStyle::Mono)).family(), u"JetBrains Mono"_s);
    QVERIFY(QFontMetrics(theme.font(TextStyle::Body)).inFont(QChar(u'ж')));
}

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
