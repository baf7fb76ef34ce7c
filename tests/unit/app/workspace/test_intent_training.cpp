#include "app/workspace/intent_training.h"
#include "tests/unit/app/workspace/await.h"
#include <QDir>
#include <QTemporaryDir>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

class TestIntentTraining : public QObject {
    Q_OBJECT

    static AgentScript script()
    {
        AgentScript out;
        out.languages = {u"en"_s};
        LocalizedTexts where, bye;
        where.byTag = {{u"en"_s, {u"where is my order"_s, u"where is my parcel"_s, u"when will it arrive"_s, u"track my package"_s}},
                       {u"ru"_s, {u"где мой заказ"_s}}}; // a language the agent does not speak
        bye.byTag = {{u"en"_s, {u"goodbye"_s, u"bye bye"_s, u"that is all thank you"_s, u"I have to go"_s}}};
        out.intents = {{u"where"_s, u"where"_s, where}, {u"bye"_s, u"bye"_s, bye}};
        return out;
    }

private slots:
    void trainsOnceAndKeeps();
    void nothingToLearn();
};

void TestIntentTraining::trainsOnceAndKeeps()
{
    QTemporaryDir folder;
    const QString cache = folder.filePath(u"cache/intents"_s);
    {
        IntentTraining training(cache);
        const auto one = training.classifierFor(script()), two = training.classifierFor(script());
        const auto classifier = await(one);
        QVERIFY(classifier && *classifier);
        QCOMPARE(await(two)->get(), classifier->get()); // the work was shared
        const auto scores = (*classifier)->classify(u"where is my package"_s, u"en"_s, {});
        QVERIFY(!scores.isEmpty());
        QCOMPARE(scores.first().intent, u"where"_s);
    }
    const QStringList files = QDir(cache).entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    // A damaged cache is no reason to fail.
    QFile damaged(cache + u'/' + files.first());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    const qint64 size = damaged.size();
    damaged.resize(100);
    damaged.close();
    IntentTraining again(cache);
    const auto classifier = await(again.classifierFor(script()));
    QVERIFY(classifier && *classifier);
    QCOMPARE(QFileInfo(damaged.fileName()).size(), size);
}

void TestIntentTraining::nothingToLearn()
{
    QTemporaryDir folder;
    IntentTraining training(folder.path());
    AgentScript empty = script();
    empty.intents.clear();
    const auto classifier = await(training.classifierFor(empty));
    QVERIFY(classifier);
    QVERIFY(!*classifier);
}

QTEST_GUILESS_MAIN(TestIntentTraining)
#include "test_intent_training.moc"
