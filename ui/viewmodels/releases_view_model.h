#pragma once
#include "ui/viewmodels/publish_view_model.h"

namespace vox {

// Everything that was ever published, and any two of it compared. GUI thread; `environments` outlives it.
class ReleasesViewModel : public QObject {
    Q_OBJECT
public:
    enum class State : quint8 { Loading, Ready, Failed };

    explicit ReleasesViewModel(Environments &environments, QObject *parent = nullptr);

    // Newest first.
    const QList<Release> &releases() const { return m_environments.releases(); }
    // Where exactly this one is published now.
    QList<Environment> in(int release) const;
    // Which two are compared: indexes into releases(), `older` > `newer`; -1 until there are two.
    int older() const { return m_older; }
    int newer() const { return m_newer; }
    void compare(int a, int b);
    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }
    // By agent; the same list object for as long as this lives.
    const QList<ReleaseLine> &lines() const { return m_lines; }
    int agents() const { return m_agents; } // that differ

signals:
    void releasesChanged();
    void compared();

private:
    void look();
    void load(const QList<ReleaseChange> &changes);
    void fail(const Error &error);

    Environments &m_environments;
    State m_state = State::Loading;
    std::optional<Error> m_error;
    QStringList m_ids; // of the releases, to see what is new
    int m_older = -1, m_newer = -1, m_serial = 0, m_agents = 0;
    QList<QList<ReleaseLine>> m_byAgent;
    qsizetype m_left = 0;
    QList<ReleaseLine> m_lines;
};

} // namespace vox
