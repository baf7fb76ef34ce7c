// Settings, Models, over a scripted machine: what is told, adding with a mistake and without, removing with Undo. With
// VOX_PICTURES=<folder> pictures are written for a person to look at.
#include "app/wording/language.h"
#include "ui/kit/progress.h"
#include "ui/kit/style.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/models_page.h"
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

class ScriptedModels final : public LocalModels {
public:
    QList<InstalledPart> shown{
        {InstalledPart::Kind::Recogniser, u"vosk-model-small-ru-0.22"_s, u"vosk-model-small-ru-0.22.zip"_s, {u"ru"_s}, u"Apache-2.0"_s, 46'000'000, true, u"vosk-ru"_s, true, true, 0.12, {}},
        {InstalledPart::Kind::Recogniser, u"moonshine-cs"_s, u"moonshine-cs.tar"_s, {u"cs"_s}, {}, 60'000'000, true, u"moonshine-cs"_s, true, true, 0.05,
         Error(Error::Code::ModelDamaged, {u"moonshine-cs"_s, u"encoder_model.onnx"_s})},
        {InstalledPart::Kind::Recogniser, u"Moonshine base"_s, u"npm"_s, {u"en"_s}, u"MIT"_s, 63'000'000, true, u"moonshine-base-en"_s, false, true, 0, {}},
        {InstalledPart::Kind::Voice, u"Elena"_s, u"rhvoice"_s, {u"ru"_s}, u"GPL-3.0-only"_s, 0, true, u"Elena"_s, false, false, 0, {}},
    };
    QList<InstalledPart> parts() const override { return shown; }
    void add(const Addition &what) override { asked = what; }
    void measure(const QString &id) override { measured = id; }
    void cancel() override { emit finished(Error(Error::Code::Cancelled)); }
    Result<void> remove(const QString &id) override
    {
        gone = shown.takeAt(0);
        Q_ASSERT(gone.id == id);
        emit changed();
        return {};
    }
    Result<void> restore(const QString &) override
    {
        shown.prepend(gone);
        emit changed();
        return {};
    }
    Addition asked;
    QString measured;
    InstalledPart gone;
};

} // namespace

class TestModelsPage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        kit::Style::install(*qApp);
        m_language = std::make_unique<Language>(*qApp);
    }
    void init()
    {
        m_machine = std::make_unique<ScriptedModels>();
        m_models = std::make_unique<SettingsModels>(*m_machine);
        open();
    }
    void cleanup()
    {
        m_page.reset();
        m_models.reset();
    }
    void tellsWhatIsThere();
    void addsAfterAMistake();
    void addsFromAnAddress();
    void removesWithUndo();
    void onlyWhatMakesSense();

private:
    void open()
    {
        m_page = std::make_unique<ModelsPage>(*m_models);
        m_page->resize(1180, 560);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    QTableView *table() { return m_page->findChild<QTableView *>(); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *one : m_page->findChildren<QPushButton *>())
            if (one->text() == text) return one;
        return nullptr;
    }
    void keep(const QString &name)
    {
        const QString folder = qEnvironmentVariable("VOX_PICTURES");
        if (folder.isEmpty() || !QDir().mkpath(folder)) return;
        m_language->speak(u"ru"_s);
        open();
        QApplication::processEvents();
        m_page->grab().save(u"%1/models-%2.png"_s.arg(folder, name));
        m_language->speak(u"en"_s);
        open();
        QApplication::processEvents();
        m_page->grab().save(u"%1/models-%2-en.png"_s.arg(folder, name));
    }
    std::unique_ptr<Language> m_language;
    std::unique_ptr<ScriptedModels> m_machine;
    std::unique_ptr<SettingsModels> m_models;
    std::unique_ptr<ModelsPage> m_page;
};

void TestModelsPage::tellsWhatIsThere()
{
    QCOMPARE(table()->model()->rowCount(), 4);
    QCOMPARE(cell(0, 2), u"Russian"_s);
    QCOMPARE(cell(0, 5), u"8.3×"_s); // 0.12 s of work for a second
    QCOMPARE(cell(0, 6), u"added"_s);
    QCOMPARE(cell(1, 6), u"broken"_s);
    QVERIFY(table()->model()->index(1, 6).data(Qt::ToolTipRole).toString().contains("moonshine-cs"_L1));
    QCOMPARE(cell(2, 6), u"installed"_s);
    keep(u"list"_s);
}

void TestModelsPage::addsAfterAMistake()
{
    m_models->choose(u"/models/my-model.zip"_s);
    QLineEdit *languages = nullptr;
    for (QLineEdit *one : m_page->findChildren<QLineEdit *>())
        if (one->placeholderText() == "ru, en"_L1) languages = one;
    QVERIFY(languages && languages->isVisible());
    QVERIFY(!button(u"Add"_s)->isEnabled());
    QTest::keyClicks(languages, u"kk, ru"_s);
    QVERIFY(button(u"Add"_s)->isEnabled());
    keep(u"describe"_s);
    button(u"Add"_s)->click();
    QCOMPARE(m_machine->asked.languages, (QStringList{u"kk"_s, u"ru"_s}));
    auto *progress = m_page->findChild<kit::Progress *>();
    QVERIFY(progress->isVisible());
    emit m_machine->progressed(LocalModels::Stage::Bring, 12'000'000);
    keep(u"progress"_s);
    emit m_machine->finished(Error(Error::Code::ModelDamaged, {u"my-model"_s, {}}));
    QVERIFY(!m_page->findChild<kit::Progress *>()->isVisible());
    QVERIFY(button(u"Add"_s)->isVisible()); // what was typed is still there
    keep(u"mistake"_s);
    QSignalSpy told(m_page.get(), &ModelsPage::noticed);
    button(u"Add"_s)->click();
    emit m_machine->finished(u"my-model"_s);
    QCOMPARE(told.count(), 1);
    QVERIFY(!button(u"Add"_s)->isVisible());
}

void TestModelsPage::addsFromAnAddress()
{
    m_models->chooseAddress();
    QList<QLineEdit *> fields;
    for (QLineEdit *one : m_page->findChildren<QLineEdit *>())
        if (one->isVisible()) fields.append(one);
    QCOMPARE(fields.size(), 5);
    QVERIFY(!button(u"Add"_s)->isEnabled());
    QTest::keyClicks(fields[0], u"https://example.org/models/sherpa-onnx-streaming-zipformer-small-ru-vosk.tar.bz2"_s);
    QCOMPARE(fields[2]->text(), u"sherpa-onnx-streaming-zipformer-small-ru-vosk"_s);
    QCOMPARE(fields[3]->text(), u"ru"_s);
    QVERIFY(button(u"Add"_s)->isEnabled());
    QTest::keyClicks(fields[1], u"12"_s); // no hash yet
    QVERIFY(!button(u"Add"_s)->isEnabled());
    fields[1]->clear();
    QTest::keyClicks(fields[1], QString(64, u'a'));
    keep(u"address"_s);
    button(u"Add"_s)->click();
    QCOMPARE(m_machine->asked.path, u"https://example.org/models/sherpa-onnx-streaming-zipformer-small-ru-vosk.tar.bz2"_s);
    QCOMPARE(m_machine->asked.sha256, QString(64, u'a'));
    QCOMPARE(m_machine->asked.name, u"sherpa-onnx-streaming-zipformer-small-ru-vosk"_s);
}

void TestModelsPage::removesWithUndo()
{
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QSignalSpy told(m_page.get(), &ModelsPage::noticed);
    QVERIFY(button(u"Remove"_s)->isEnabled());
    button(u"Remove"_s)->click();
    QCOMPARE(table()->model()->rowCount(), 3);
    QCOMPARE(told.count(), 1);
    const Notice notice = told.first().first().value<Notice>();
    QVERIFY(notice.action);
    notice.action();
    QCOMPARE(table()->model()->rowCount(), 4);
}

void TestModelsPage::onlyWhatMakesSense()
{
    QVERIFY(!button(u"Measure speed"_s)->isEnabled()); // nothing is chosen
    table()->setCurrentIndex(table()->model()->index(3, 0));
    QVERIFY(!button(u"Measure speed"_s)->isEnabled()); // a voice
    QVERIFY(!button(u"Remove"_s)->isEnabled());
    table()->setCurrentIndex(table()->model()->index(2, 0));
    QVERIFY(!button(u"Remove"_s)->isEnabled()); // setup put it there
    button(u"Measure speed"_s)->click();
    QCOMPARE(m_machine->measured, u"moonshine-base-en"_s);
    QVERIFY(!button(u"Measure speed"_s)->isEnabled());
    QSignalSpy told(m_page.get(), &ModelsPage::noticed);
    emit m_machine->finished(Error(Error::Code::TimedOut, {u"moonshine"_s, u"120000"_s}));
    QCOMPARE(told.count(), 1);
    QVERIFY(button(u"Measure speed"_s)->isEnabled());
}

QTEST_MAIN(TestModelsPage)
#include "test_models_page.moc"
