#include "app/understanding/fasttext_intent_classifier.h"
#include "app/understanding/intent_lexicon.h"
#include "app/understanding/intent_model.h"
#include "app/understanding/normalised_words.h"
#include <algorithm>
#include <cmath>
#include <exception>
#include <fasttext/fasttext.h>
#include <optional>
#include <sstream>

using namespace Qt::StringLiterals;

namespace vox {

struct FasttextIntentClassifier::State {
    IntentModel model;
    fasttext::FastText fasttext;
    std::optional<IntentLexicon> lexicon;
};

FasttextIntentClassifier::FasttextIntentClassifier() : m_state(std::make_unique<State>()) {}
FasttextIntentClassifier::~FasttextIntentClassifier() = default;

Result<std::shared_ptr<const FasttextIntentClassifier>> FasttextIntentClassifier::load(const QByteArray &bytes)
{
    const Error damaged{Error::Code::ModelDamaged, {u"intents"_s}};
    auto model = unpackModel(bytes);
    if (!model) return damaged;
    std::shared_ptr<FasttextIntentClassifier> made(new FasttextIntentClassifier);
    try {
        // loadModel(stream) expects what saveModel() writes after its signature: two int32.
        constexpr qsizetype kSignature = 8;
        std::istringstream stream(model->fasttext.mid(kSignature).toStdString());
        made->m_state->fasttext.loadModel(stream);
    } catch (const std::exception &error) {
        return Error{damaged.code, damaged.args, QString::fromUtf8(error.what())};
    }
    model->fasttext.clear();
    made->m_state->lexicon.emplace(model->intents);
    made->m_state->model = std::move(*model);
    return std::shared_ptr<const FasttextIntentClassifier>(std::move(made));
}

QList<IntentScore> FasttextIntentClassifier::classify(const QString &utterance, const QString &, const QStringList &among) const
{
    const auto &intents = m_state->model.intents;
    const QStringList words = normalisedWords(utterance);
    if (words.isEmpty()) return {};
    const QStringList stems = stemsOf(words);

    std::istringstream line((words + stems).join(u' ').toStdString() + '\n');
    std::vector<std::pair<fasttext::real, std::string>> predictions;
    m_state->fasttext.predictLine(line, predictions, int(intents.size()) + 1, 0.0F);
    std::vector<double> share(std::size_t(intents.size()) + 1, 0.0);
    for (const auto &[probability, label] : predictions) {
        const auto index = std::size_t(std::max(0, std::atoi(label.c_str() + sizeof("__label__") - 1)));
        if (index < share.size()) share[index] = double(probability);
    }

    double possible = share.back(); // the listener can only mean one of these, or none
    const auto asked = [&](qsizetype i) { return among.isEmpty() || among.contains(intents[i].id); };
    for (qsizetype i = 0; i < intents.size(); ++i)
        if (asked(i)) possible += share[std::size_t(i)];

    QList<IntentScore> scores;
    for (qsizetype i = 0; i < intents.size(); ++i) {
        if (!asked(i)) continue;
        const double sure = possible > 0 ? share[std::size_t(i)] / possible : 0;
        const double words = m_state->lexicon->match(i, stems);
        scores.append({intents[i].id, std::clamp(words >= 0.999 ? 0.5 + 0.5 * std::max(sure, words) : std::sqrt(sure * words), 0.0, 1.0)});
    }
    std::stable_sort(scores.begin(), scores.end(), [](const IntentScore &a, const IntentScore &b) { return a.score > b.score; });
    return scores;
}

} // namespace vox
