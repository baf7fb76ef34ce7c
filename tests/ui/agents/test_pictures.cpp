// The builder's pages painted in every theme and language: nothing may be blank, clipped to nothing or lost. With
// VOX_PICTURES=<folder> the pictures are written for a person to look at.
#include "tests/ui/agents/flows.h"
#include "ui/kit/style.h"
#include "ui/screens/agents/graph/graph_view.h"
#include "ui/screens/agents/graph_page.h"
#include <QApplication>
#include <QDir>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

class TestPictures : public QObject {
    Q_OBJECT
private slots:
    void graph_data();
    void graph();

private:
    void keep(const QPixmap &picture, const QString &name)
    {
        const QString folder = qEnvironmentVariable("VOX_PICTURES");
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        picture.save(folder + u'/' + name + u".png"_s);
    }
};

void TestPictures::graph_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("russian");
    QTest::addColumn<QSize>("size");
    QTest::newRow("graph-light-en") << false << false << QSize(1550, 900);
    QTest::newRow("graph-dark-ru") << true << true << QSize(1550, 900);
    QTest::newRow("graph-light-ru-small") << false << true << QSize(976, 668);
}

void TestPictures::graph()
{
    QFETCH(bool, dark);
    QFETCH(bool, russian);
    QFETCH(QSize, size);
    auto *style = qobject_cast<kit::Style *>(qApp->style());
    style->theme().setBrightness(dark ? kit::Brightness::Dark : kit::Brightness::Light);
    LooseContent content(flows::agent(flows::clinic(russian), russian));
    content.setProblems({{Problem::Severity::Error, u"/flow/nodes/3"_s, {Error::Code::BadValue, {u"failed"_s, u"x"_s}}, u"day"_s},
                         {Problem::Severity::Warning, u"/flow/nodes/6"_s, {Error::Code::Unknown, {}}, u"book"_s}});
    FlowViewModel model(content);
    GraphPage page(model);
    page.resize(size);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    model.activity().enter(u"start"_s, 0);
    model.activity().enter(u"hello"_s, 20);
    model.activity().enter(u"topic"_s, 2900);
    model.activity().enter(u"day"_s, 3400);
    model.activity().tick(3812);
    model.selection().selectNode(u"found"_s);
    QApplication::processEvents();
    const QPixmap picture = page.grab();
    keep(picture, QString::fromUtf8(QTest::currentDataTag()));
    const QImage image = picture.toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3) colours.insert(image.pixel(x, y));
    QVERIFY2(colours.size() > 60, qPrintable(QString::number(colours.size())));
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    kit::Style::install(app);
    TestPictures test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_pictures.moc"
