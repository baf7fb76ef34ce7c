#pragma once
#include "app/ports/intent_classifier.h"
#include "models/base/result.h"
#include <QByteArray>
#include <memory>

namespace vox {

// An utterance whose best intent scores below this was not understood.
inline constexpr double kIntentThreshold = 0.5;

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
