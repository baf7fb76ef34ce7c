#pragma once
#include "app/ports/intent_classifier.h"
#include "models/base/result.h"
#include "models/dialogue/agent_script.h"
#include <QFuture>
#include <QObject>
#include <memory>

namespace vox {

// Trains an agent's intents in the background and keeps what it learned in the workspace's cache, named by a hash of
// the examples: a second call with the same examples is ready at once. Belongs to the Workspace, UI thread.
class IntentTraining : public QObject {
    Q_OBJECT
public:
    explicit IntentTraining(const QString &cacheFolder, QObject *parent = nullptr);
    ~IntentTraining() override;

    // The classifier for these examples; requests for the same ones share the work. Null when the agent has no intents.
    QFuture<Result<std::shared_ptr<const IntentClassifier>>> classifierFor(const AgentScript &script);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
