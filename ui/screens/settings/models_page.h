#pragma once
#include "ui/screens/notice.h"
#include "ui/viewmodels/settings_models.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace vox {

class RuledRow;
namespace kit { class Progress; class TextBlock; }

// Settings, Models: what this machine hears and speaks with, adding a model of one's own, its speed here, removing it.
// Owned by the settings screen, GUI thread; the view model outlives it.
class ModelsPage : public QWidget {
    Q_OBJECT
public:
    explicit ModelsPage(SettingsModels &models, QWidget *parent = nullptr);

signals:
    void noticed(const vox::Notice &notice);

private:
    void makeTools();
    QWidget *makeSheet();
    QWidget *makeProgress();
    QWidget *makeAddress();
    void makeTable();
    void askFolder();
    void askArchive();
    void list();
    void showState();
    void showProgress();
    void showChoice();
    InstalledPart chosen() const;
    void remove();
    QString stageText() const;

    SettingsModels &m_models;
    QList<InstalledPart> m_parts;
    RuledRow *m_tools, *m_sheet, *m_progressRow;
    QPushButton *m_add, *m_measure, *m_remove, *m_take;
    QLabel *m_path;
    QLineEdit *m_name, *m_languages, *m_licence, *m_address, *m_sha256;
    QWidget *m_addressFields;
    kit::TextBlock *m_trouble, *m_next;
    QWidget *m_troubleHolder;
    bool m_givesAddress = false;
    kit::Progress *m_progress;
    QStandardItemModel *m_rows;
    QTableView *m_table;
};

} // namespace vox
