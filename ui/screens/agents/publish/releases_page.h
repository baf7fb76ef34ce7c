#pragma once
#include "ui/screens/notice.h"
#include "ui/viewmodels/releases_view_model.h"
#include <QAbstractListModel>
#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace vox {

class PublishLinesModel;
namespace kit { class Empty; class SectionHeader; }

// What was published, newest first, drawn like the versions of one agent.
class ReleasesModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit ReleasesModel(ReleasesViewModel &releases, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_releases.releases().size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    void reset();

private:
    ReleasesViewModel &m_releases;
};

// All releases of the workspace at the left; at the right what differs between any two of them, agent by agent. Any of them can be
// published again. Owned by the AgentsScreen.
class ReleasesPage : public QWidget {
    Q_OBJECT
public:
    explicit ReleasesPage(Environments &environments, QWidget *parent = nullptr);
    ~ReleasesPage() override;
    QString title() const { return tr("Releases"); }
    const QList<QAction *> &pageActions() const { return m_actions; }

    // The dialog that publishes the chosen release again.
    void openPublish();

signals:
    void backRequested();
    void openRequested(vox::DocumentId agent);
    void conflictRequested(vox::DocumentId agent);
    void noticed(const vox::Notice &notice);

private:
    QWidget *makeList();
    QWidget *makeComparison();
    void choose();
    void showReleases();
    void showComparison();

    void showPublish();
    void rollBack(Environment environment);

    Environments &m_environments;
    ReleasesViewModel m_model;
    ReleasesModel *m_rows;
    PublishLinesModel *m_lines;
    QListView *m_list;
    QTableView *m_table;
    kit::SectionHeader *m_head;
    QLabel *m_which;
    QPushButton *m_publish;
    QAction *m_publishing = nullptr;
    QString m_chosen; // id of the release the cursor is on
    QStackedWidget *m_stack;
    kit::Empty *m_empty;
    QList<QAction *> m_actions;
};

} // namespace vox
