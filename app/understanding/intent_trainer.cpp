#include "app/understanding/intent_trainer.h"
#include "app/understanding/intent_model.h"
#include "app/understanding/normalised_words.h"
#include <QFile>
#include <QTemporaryDir>
#include <exception>
#include <fasttext/fasttext.h>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

QByteArray line(qsizetype label, const QStringList &words, const QStringList &stems)
{
    return "__label__" + QByteArray::number(label) + ' ' + (words + stems).join(u' ').toUtf8() + '\n';
}

// fastText trains from a file and writes one. One thread and fixed seeds make it deterministic; the small bucket keeps it at 2 MB.
fasttext::Args settings(const QString &input)
{
    fasttext::Args args;
    args.input = QFile::encodeName(input).toStdString();
    args.model = fasttext::model_name::sup;
    args.loss = fasttext::loss_name::softmax;
    args.minCount = 1;
    args.dim = 32;
    args.bucket = 10000;
    args.minn = 2;
    args.maxn = 5;
    args.wordNgrams = 1;
    args.lr = 0.8;
    args.epoch = 150;
    args.thread = 1;
    args.seed = 1;
    args.verbose = 0;
    return args;
}

Result<QByteArray> trained(const QByteArray &lines, const std::atomic_bool &cancelled)
{
    const QTemporaryDir folder;
    QFile input(folder.filePath(u"examples"_s));
    if (!folder.isValid() || !input.open(QIODevice::WriteOnly) || input.write(lines) != lines.size())
        return Error{Error::Code::FileUnwritable, {folder.path()}};
    input.close();
    const QString output = folder.filePath(u"model"_s);
    try {
        fasttext::FastText model;
        model.train(settings(input.fileName()), [&](float, float, double, double, int64_t) {
            if (cancelled.load(std::memory_order_relaxed)) model.abort();
        });
        model.saveModel(QFile::encodeName(output).toStdString());
    } catch (const fasttext::FastText::AbortError &) {
        return Error{Error::Code::Cancelled};
    } catch (const std::exception &error) {
        return Error{Error::Code::ModelFailed, {u"fastText"_s}, QString::fromUtf8(error.what())};
    }
    QFile file(output);
    if (!file.open(QIODevice::ReadOnly)) return Error{Error::Code::FileUnreadable, {output}};
    return file.readAll();
}

} // namespace

Result<QByteArray> trainIntents(const QList<IntentExamples> &examples, const std::atomic_bool &cancelled)
{
    IntentModel model;
    QByteArray lines;
    for (const IntentExamples &each : examples) {
        qsizetype label = 0;
        while (label < model.intents.size() && model.intents[label].id != each.intent) ++label;
        if (label == model.intents.size()) model.intents.append({each.intent, {}});
        for (const QString &phrase : each.phrases) {
            const QStringList words = normalisedWords(phrase);
            if (words.isEmpty()) continue;
            const QStringList stems = stemsOf(words);
            model.intents[label].examples.append(stems);
            lines += line(label, words, stems);
        }
    }
    if (lines.isEmpty()) return Error{Error::Code::BadValue, {u"intents"_s, {}}};
    for (const QString &sentence : backgroundSentences()) {
        const QStringList words = normalisedWords(sentence);
        lines += line(model.intents.size(), words, stemsOf(words));
    }
    auto bytes = trained(lines, cancelled);
    if (!bytes) return bytes.error();
    if (cancelled.load(std::memory_order_relaxed)) return Error{Error::Code::Cancelled};
    model.fasttext = std::move(*bytes);
    return packModel(model);
}

} // namespace vox
