#include "ui/viewmodels/settings_models.h"
#include <QSignalSpy>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

// A machine that does what the test says, when it says so.
class ScriptedModels final : public LocalModels {
public:
    QList<InstalledPart> parts() const override { return {}; }
    void add(const Addition &what) override { asked = what; }
    void measure(const QString &id) override { measured = id; }
    void cancel() override { emit finished(Error(Error::Code::Cancelled)); }
    Result<void> remove(const QString &) override { return {}; }
    Result<void> restore(const QString &) override { return {}; }
    std::optional<Addition> asked;
    QString measured;
};

} // namespace

class TestSettingsModels : public QObject {
    Q_OBJECT
    using State = SettingsModels::State;
private slots:
    void guessesLanguages_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("languages");
        QTest::newRow("vosk") << u"vosk-model-small-ru-0.22"_s << QStringList{u"ru"_s};
        QTest::newRow("two") << u"zipformer_en-de"_s << QStringList{u"en"_s, u"de"_s};
        QTest::newRow("none") << u"my-model-big"_s << QStringList();
        QTest::newRow("capitals") << u"Model RU"_s << QStringList{u"ru"_s};
    }
    void guessesLanguages()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, languages);
        QCOMPARE(SettingsModels::languagesIn(name), languages);
    }

    void readsLanguages_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("languages");
        QTest::newRow("one") << u"ru"_s << QStringList{u"ru"_s};
        QTest::newRow("with regions, twice") << u"en-US, en_GB; DE"_s << QStringList{u"en"_s, u"de"_s};
        QTest::newRow("a word") << u"russian"_s << QStringList();
        QTest::newRow("one of them is none") << u"ru, xx"_s << QStringList();
        QTest::newRow("nothing") << QString() << QStringList();
    }
    void readsLanguages()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, languages);
        QCOMPARE(SettingsModels::languagesFrom(typed), languages);
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::newRow("archive") << u" https://example.org/a/vosk-ru.tar.gz "_s << u"vosk-ru"_s;
        QTest::newRow("file of this machine") << u"file:///etc/passwd.zip"_s << QString();
        QTest::newRow("no file") << u"https://example.org/"_s << QString();
        QTest::newRow("no address") << u"vosk-ru.zip"_s << QString();
        QTest::newRow("no host") << u"https:///vosk-ru.zip"_s << QString();
    }
    void addresses()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        ScriptedModels machine;
        SettingsModels models(machine);
        models.chooseAddress();
        models.setLanguages(u"ru"_s);
        models.setAddress(typed);
        QCOMPARE(models.mayAdd(), !name.isEmpty());
        QCOMPARE(models.addition().name, name);
    }

    void addsWhatWasDescribed()
    {
        ScriptedModels machine;
        SettingsModels models(machine);
        QSignalSpy added(&models, &SettingsModels::added);
        models.choose(u"/somewhere/my-model.tar.gz"_s);
        QCOMPARE(models.addition().name, u"my-model"_s);
        QVERIFY(!models.mayAdd()); // nobody knows its language
        models.add();
        QVERIFY(!machine.asked);
        models.setLanguages(u"ru"_s);
        models.add();
        QVERIFY(machine.asked);
        QCOMPARE(machine.asked->languages, QStringList{u"ru"_s});
        QCOMPARE(models.state(), State::Working);
        models.choose(u"/another"_s); // one at a time
        QCOMPARE(models.addition().name, u"my-model"_s);
        emit machine.progressed(LocalModels::Stage::Try, 0);
        QVERIFY(models.done() > 0.8);
        emit machine.finished(u"my-model"_s);
        QCOMPARE(models.state(), State::Idle);
        QCOMPARE(added.count(), 1);
    }

    void aMistakeCanBeCorrected()
    {
        ScriptedModels machine;
        SettingsModels models(machine);
        models.choose(u"/x/model-ru"_s);
        models.add();
        emit machine.finished(Error(Error::Code::Conflict, {u"model-ru"_s}));
        QCOMPARE(models.state(), State::Describing);
        QVERIFY(models.error());
        models.setName(u"another"_s);
        models.add();
        QVERIFY(!models.error());
        QCOMPARE(machine.asked->name, u"another"_s);
        models.cancel();
        QCOMPARE(models.state(), State::Idle);
        QVERIFY(!models.error()); // it was wanted
    }

    void measures()
    {
        ScriptedModels machine;
        SettingsModels models(machine);
        models.measure(u"moonshine"_s);
        QCOMPARE(machine.measured, u"moonshine"_s);
        QVERIFY(models.isMeasuring());
        emit machine.finished(Error(Error::Code::ModelDamaged, {u"moonshine"_s, {}}));
        QCOMPARE(models.state(), State::Idle);
        QCOMPARE(models.error()->code, Error::Code::ModelDamaged);
    }
};

QTEST_GUILESS_MAIN(TestSettingsModels)
#include "test_settings_models.moc"
