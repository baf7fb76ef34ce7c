#include "ui/kit/empty.h"
#include "ui/kit/field_form.h"
#include "ui/kit/page_header.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/section_header.h"
#include "ui/kit/style.h"
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace vox::kit;
using namespace Qt::StringLiterals;

// A window that lives through a change of look ends up like one made after it.
class TestLiveSwitch : public QObject {
    Q_OBJECT
private slots:
    void sameAsFresh_data();
    void sameAsFresh();

private:
    static std::unique_ptr<QWidget> window();
};

std::unique_ptr<QWidget> TestLiveSwitch::window()
{
    auto out = std::make_unique<QWidget>();
    setSurface(out.get(), Colour::Surface1);
    auto *column = new QVBoxLayout(out.get());
    auto *header = new PageHeader(u"Clinic reception"_s);
    header->setIcon("workflow");
    column->addWidget(header);
    column->addWidget(new SectionHeader(u"Turns"_s));
    column->addWidget(makeLabel(u"A label"_s, TextStyle::Small, Colour::Text2));
    column->addWidget(new QLabel(u"A plain label"_s));
    column->addWidget(new QLineEdit(u"Book slot"_s));
    column->addWidget(new QPushButton(u"Replay"_s));
    column->addWidget(new Empty("inbox", u"Nothing here yet."_s, u"Import"_s));
    auto *view = new QTableView;
    auto *model = new QStandardItemModel(2, 2, view);
    model->setItem(0, 0, new QStandardItem(u"one"_s));
    view->setModel(model);
    new RowDelegate(view);
    column->addWidget(view);
    auto *form = new FieldForm;
    vox::FieldInfo name, text;
    name.key = u"name"_s;
    name.label = "Name";
    text.key = u"text"_s;
    text.label = "Text";
    text.type = vox::FieldType::LongText;
    form->setFields({name, text});
    form->setProblems({{vox::Problem::Severity::Error, u"/name"_s, {}, {}}});
    column->addWidget(form);
    out->resize(600, 900);
    out->show();
    QCoreApplication::processEvents();
    return out;
}

void TestLiveSwitch::sameAsFresh_data()
{
    QTest::addColumn<Brightness>("brightness");
    QTest::addColumn<qreal>("scale");
    QTest::newRow("dark") << Brightness::Dark << 1.0;
    QTest::newRow("larger text") << Brightness::Light << 1.25;
}

void TestLiveSwitch::sameAsFresh()
{
    QFETCH(Brightness, brightness);
    QFETCH(qreal, scale);
    Theme &theme = Style::install(*qApp).theme();
    theme.setBrightness(Brightness::Light);
    theme.setTextScale(1);
    const auto old = window();
    theme.setBrightness(brightness);
    theme.setTextScale(scale);
    for (int i = 0; i < 3; ++i) QCoreApplication::processEvents();
    const auto fresh = window();
    if (QWidget *focus = qApp->focusWidget()) focus->clearFocus();
    QCoreApplication::processEvents();
    const QImage a = old->grab().toImage(), b = fresh->grab().toImage();
    if (a != b) {
        a.save(QStringLiteral(VOX_BINARY_DIR "/live_switch_old.png"));
        b.save(QStringLiteral(VOX_BINARY_DIR "/live_switch_fresh.png"));
    }
    QVERIFY(a == b);
}

QTEST_MAIN(TestLiveSwitch)
#include "test_live_switch.moc"
