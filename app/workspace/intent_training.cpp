#include "app/workspace/intent_training.h"
#include "app/understanding/fasttext_intent_classifier.h"
#include "app/understanding/intent_trainer.h"
#include "app/workspace/run_on.h"
#include "models/documents/canonical_json.h"
#include <QDir>
#include <QFile>
#include <QHash>
#include <QSaveFile>
#include <QThreadPool>
#include <atomic>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Classifier = std::shared_ptr<const IntentClassifier>;

constexpr int trainerVersion = 1; // part of the hash: a better trainer trains again
constexpr int keptInMemory = 8;

QList<IntentExamples> examplesOf(const AgentScript &script)
{
    QList<IntentExamples> out;
    for (const auto &intent : script.intents)
        for (auto it = intent.examples.byTag.begin(); it != intent.examples.byTag.end(); ++it)
            if (script.languages.contains(it.key()) && !it->isEmpty()) out.append({intent.id, it.key(), *it});
    return out;
}

QString hashOf(const QList<IntentExamples> &examples)
{
    QJsonArray rows{trainerVersion};
    for (const IntentExamples &row : examples)
        rows.append(QJsonArray{row.intent, row.language, QJsonArray::fromStringList(row.phrases)});
    return sha256Hex(canonicalJson(rows));
}

Result<Classifier> load(const QByteArray &model)
{
    auto loaded = FasttextIntentClassifier::load(model);
    if (!loaded) return loaded.error();
    return Classifier(*loaded);
}

// From the cache, else trained and put there. A damaged cache file is trained anew.
Result<Classifier> make(const QString &folder, const QList<IntentExamples> &examples, const std::atomic_bool &cancelled)
{
    const QString path = folder + u'/' + hashOf(examples) + u".model"_s;
    if (QFile cached(path); cached.open(QIODevice::ReadOnly))
        if (auto loaded = load(cached.readAll())) return loaded;
    const auto trained = trainIntents(examples, cancelled);
    if (!trained) return trained.error();
    // A cache that cannot be written costs time, not the call.
    if (QSaveFile file(path); QDir().mkpath(folder) && file.open(QIODevice::WriteOnly)) {
        file.write(*trained);
        file.commit();
    }
    return load(*trained);
}

} // namespace

struct IntentTraining::Private {
    QString folder;
    std::atomic_bool cancelled = false;
    QThreadPool jobs;
    QHash<QString, QFuture<Result<Classifier>>> known;
    QStringList recent; // keys of `known`, newest last
};

IntentTraining::IntentTraining(const QString &cacheFolder, QObject *parent) : QObject(parent), d(new Private)
{
    d->folder = cacheFolder;
    d->jobs.setMaxThreadCount(1);
    d->jobs.setThreadPriority(QThread::LowPriority);
}

IntentTraining::~IntentTraining()
{
    d->cancelled = true;
    d->jobs.waitForDone();
}

QFuture<Result<Classifier>> IntentTraining::classifierFor(const AgentScript &script)
{
    const QList<IntentExamples> examples = examplesOf(script);
    const QString hash = hashOf(examples);
    d->recent.removeAll(hash);
    d->recent.append(hash);
    const auto known = d->known.constFind(hash);
    if (known != d->known.constEnd() && !(known->isFinished() && known->resultCount() > 0 && !known->result())) return *known;
    if (d->recent.size() > keptInMemory) d->known.remove(d->recent.takeFirst());
    const auto job = [folder = d->folder, examples, &cancelled = d->cancelled]() -> Result<Classifier> {
        if (examples.isEmpty()) return Classifier();
        return make(folder, examples, cancelled);
    };
    const QFuture<Result<Classifier>> future = runOn(d->jobs, job);
    d->known.insert(hash, future);
    return future;
}

} // namespace vox
