#pragma once
#include "app/ports/intent_classifier.h"
#include "models/base/result.h"
#include <QByteArray>
#include <memory>

namespace vox {

// An utterance whose best intent scores below this was not understood. The score is the geometric mean of fastText's share against
// a "none of them" class and of how many of the words the intent's examples know. On the held-out Russian and English
// utterances of test_intents.cpp 37 of 39 were understood at this threshold and none of 22 others taken (their best: 0.16).
inline constexpr double kIntentThreshold = 0.4;

// Understands with what trainIntents() made. Immutable; any thread.
class FasttextIntentClassifier final : public IntentClassifier {
public:
    // Errors: ModelDamaged {model}.
    static Result<std::shared_ptr<const FasttextIntentClassifier>> load(const QByteArray &model);
    ~FasttextIntentClassifier() override;

    QList<IntentScore> classify(const QString &utterance, const QString &language, const QStringList &among) const override;

private:
    struct State;
    FasttextIntentClassifier();
    std::unique_ptr<State> m_state;
};

} // namespace vox
