#pragma once
#include "app/workspace/peaks.h"
#include "models/conversation/projections.h"
#include "models/store/conversation_store.h"
#include <QFuture>
#include <QObject>
#include <memory>

namespace vox {

class Workspace;

// One conversation, opened.
struct StoredConversation {
    ConversationRow row;
    QList<ConversationEvent> events;
    ConversationSummary summary;
    QString recording;  // path of the Ogg Opus or WAV file, empty when there is none
};

// Everything one can do with past conversations. Belongs to the Workspace, UI thread; nothing blocks.
class Conversations : public QObject {
    Q_OBJECT
public:
    explicit Conversations(Workspace &workspace);
    ~Conversations() override;

    // `after` 0: the first page; else ConversationPage::next of the page before.
    QFuture<Result<ConversationPage>> query(const ConversationQuery &query, qint64 after = 0);
    // In figures, for the day's summary.
    QFuture<Result<ConversationSums>> sums(UtcMs from, UtcMs to);
    QFuture<Result<StoredConversation>> open(ConversationId id);
    QFuture<Result<ConversationRow>> findByPrefix(const QString &idPrefix);
    // Of the recording; computed once and kept beside it.
    QFuture<Result<RecordingPeaks>> peaks(ConversationId id);

    // A new folder conversations/<id> for a call that is about to start.
    Result<QString> makeLiveFolder(ConversationId id);
    // After CallObserver::ended(): the events move into the store, the sound becomes Ogg Opus.
    QFuture<Result<ConversationRow>> finish(ConversationId id);
    // Takes in what a crash left behind, marked cut_off; answers how many. Leaves folders a living process writes.
    QFuture<Result<int>> recover();

    // <folder>/<id>.ndjson with the events, without the values of secrets, and <id>.opus with the recording; answers the paths.
    QFuture<Result<QStringList>> exportTo(ConversationId id, const QString &folder);
    // Out of every list at once; undone by restore() until the workspace is closed, then gone for good.
    QFuture<Result<void>> remove(ConversationId id);
    QFuture<Result<void>> restore(ConversationId id);

signals:
    // A conversation was finished, recovered, deleted or restored: ask query() again.
    void listChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
