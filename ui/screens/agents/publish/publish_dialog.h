#pragma once
#include "ui/screens/notice.h"
#include "ui/viewmodels/publish_view_model.h"
#include <QDialog>

class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace vox {

class PublishLinesModel;
namespace kit { class Empty; class SectionHeader; class Segments; class TextBlock; }

// Publishing: where to, what changes there, what stands in the way, a message, now or later. Opened with open(); deletes
// itself when closed.
class PublishDialog : public QDialog {
    Q_OBJECT
public:
    PublishDialog(Environments &environments, DocumentId agent, QWidget *parent = nullptr);
    PublishViewModel &model() { return m_model; }
    void setEnvironment(Environment environment);
    // Publishes this release again instead of what stands now.
    void setRelease(const Release &release);

signals:
    void published(vox::Environment environment, int number, bool waits);
    // Something in the way was pressed: show it.
    void problemChosen(vox::DocumentId agent, const vox::Problem &problem);
    void conflictChosen(vox::DocumentId agent);

private:
    void makeTop(QVBoxLayout *column);
    void makeBottom(QVBoxLayout *column);
    void show();
    void showBlocks();
    using QDialog::show;

    PublishViewModel m_model;
    PublishLinesModel *m_lines;
    kit::Segments *m_where, *m_scope, *m_when;
    QLabel *m_what;
    kit::TextBlock *m_note;
    kit::SectionHeader *m_changesHead, *m_blocksHead;
    QStackedWidget *m_stack;
    QTableView *m_table;
    kit::Empty *m_empty;
    QWidget *m_blocks;
    QVBoxLayout *m_blockRows;
    QLineEdit *m_message;
    QDateTimeEdit *m_time;
    QPushButton *m_publish;
};

} // namespace vox
