#pragma once
#include "app/workspace/environments.h"
#include "ui/screens/notice.h"
#include <QWidget>

class QLabel;
class QPushButton;

namespace vox {

class BannerRow;
class GraphPreview;
namespace kit { class Empty; class TextBlock; }

// One agent as an environment has it, to look at only: which version, its graph with what the draft changed since, what
// waits for its time, and what runs differently. Owned by the BuilderPage.
class PublishedPage : public QWidget {
    Q_OBJECT
public:
    PublishedPage(Environments &environments, DocumentId agent, QWidget *parent = nullptr);
    ~PublishedPage() override;
    void show(Environment environment, const QJsonObject &draft, bool mayEdit = true);
    using QWidget::show;
    Environment environment() const { return m_environment; }

signals:
    void noticed(const vox::Notice &notice);
    void rollBackRequested(vox::Environment environment);
    void publishRequested(vox::Environment environment);
    // Take this revision back into the draft.
    void restoreRequested(const vox::RevisionId &revision);

private:
    void look();
    void showDrift(const Result<DriftReport> &drift);

    Environments &m_environments;
    DocumentId m_agent;
    Environment m_environment = Environment::Production;
    QJsonObject m_draft;
    RevisionId m_revision;
    QString m_driftHost;
    int m_serial = 0;
    bool m_mayEdit = true;
    QLabel *m_title;
    kit::TextBlock *m_note;
    QPushButton *m_back, *m_restore;
    BannerRow *m_waits, *m_drift;
    GraphPreview *m_graph;
    kit::Empty *m_empty;
};

} // namespace vox
