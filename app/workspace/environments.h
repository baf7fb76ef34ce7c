#pragma once
#include "models/people/role.h"
#include "models/sync/publishing.h"
#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QPair>
#include <QTimer>
#include <memory>

namespace vox {

class SyncDriver;
class Workspace;

// Where one environment stands, with the releases it names.
struct EnvironmentStanding {
    EnvironmentState state;
    std::optional<Release> release;    // what is published
    std::optional<Release> previous;   // what rolling back returns to
    std::optional<Release> scheduled;  // what waits for its time
};

// How what runs, and what is edited, differs from what is published.
struct DriftReport {
    struct Host {
        QString name;
        UtcMs said;
        QList<ReleaseChange> changes; // `before` is published, `after` runs
    };
    QList<Host> hosts;            // of a team's server: programs that said what they run
    QList<ReleaseChange> drafts;  // `before` is published, `after` is the newest
};

// Staging and production of a workspace: what is published, publishing, rolling back, comparing. A local workspace is its
// own authority and keeps schedules while the program runs; in a team's workspace the server decides and what it said last
// is shown. UI thread; dies before the workspace and the driver.
class Environments : public QObject {
    Q_OBJECT
public:
    // `sync` may be null: local.
    explicit Environments(Workspace &workspace, SyncDriver *sync = nullptr);

    // Staging, production; empty until read.
    const QList<EnvironmentStanding> &standing() const { return m_standing; }
    const EnvironmentStanding *of(Environment environment) const;
    // Newest first.
    const QList<Release> &releases() const { return m_releases; }
    // The newest release that has this revision of this document; 0 when none has.
    int numberOf(DocumentId document, const RevisionId &revision) const;
    bool may(Environment environment) const;

    // What is being edited becomes revisions first.
    QFuture<Result<PublishPlan>> plan(Environment environment, const QList<DocumentId> &take = {});
    QFuture<Result<PublishPlan>> planRelease(Environment environment, const QString &release);
    // `at` 0: now.
    QFuture<Result<EnvironmentState>> publish(const PublishPlan &plan, const QString &message, UtcMs at = {});
    QFuture<Result<EnvironmentState>> rollBack(Environment environment);
    QFuture<Result<EnvironmentState>> cancelScheduled(Environment environment);
    QFuture<Result<DriftReport>> drift(Environment environment);
    // What this host runs becomes what is published; only on a team's server.
    QFuture<Result<EnvironmentState>> adopt(Environment environment, const QString &host);
    // Tells every host to take what is published again.
    QFuture<Result<EnvironmentState>> reapply(Environment environment);
    // What differs between two releases (ids), by name.
    QFuture<Result<QList<ReleaseChange>>> compare(const QString &before, const QString &after);
    // The contents of both sides of a change; empty objects where there is none.
    QFuture<Result<QPair<QJsonObject, QJsonObject>>> contents(const ReleaseChange &change);
    void refresh();

signals:
    void changed();
    void failed(const vox::Error &error);

private:
    template <typename T> QFuture<Result<T>> afterEdits(const QList<DocumentId> &documents, std::function<QFuture<Result<T>>()> work);
    struct Asked;
    QFuture<Result<EnvironmentState>> ask(Environment environment, const QString &what, const QJsonObject &body);
    void send(const std::shared_ptr<Asked> &asked);
    QFuture<Result<EnvironmentState>> announced(const QFuture<Result<EnvironmentState>> &future);
    void publishWhatIsDue();

    Workspace &m_workspace;
    SyncDriver *m_sync;
    QList<EnvironmentStanding> m_standing;
    QList<Release> m_releases;
    QTimer m_due;
};

} // namespace vox
