#pragma once
#include "ui/viewmodels/conflict_view_model.h"
#include <QWidget>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace vox {

class GraphPreview;
namespace kit { class Segments; class TextBlock; }

// The right panel of the conflict view: what the chosen question comes to, where it is, what the merge would be like, what
// they wrote, and how far one is.
class ConflictSidePanel : public QWidget {
    Q_OBJECT
public:
    explicit ConflictSidePanel(ConflictViewModel &model, QWidget *parent = nullptr);
    ~ConflictSidePanel() override;
    // Another conflict.
    void show();
    void showAnswers();
    void showCurrent();
    void focusText();
    using QWidget::setVisible;

signals:
    void laterPressed();
    void savePressed();
    void deletePressed();

private:
    QVBoxLayout *addSection(QVBoxLayout *column, QLabel *title);
    void makeResult(QVBoxLayout *column);
    void makeFoot(QVBoxLayout *column);
    void fillChoices();
    void fillProblems();
    void fillNotes();
    QString editable(const QJsonValue &value) const;

    ConflictViewModel &m_model;
    kit::Segments *m_scope;
    QWidget *m_field, *m_foot;
    GraphPreview *m_whole, *m_where;
    QLabel *m_icon, *m_title, *m_node, *m_count;
    QPlainTextEdit *m_text;
    kit::TextBlock *m_shown, *m_hint;
    QGridLayout *m_choices = nullptr;
    QList<QPushButton *> m_use; // by column
    QPushButton *m_both = nullptr, *m_save, *m_over, *m_delete;
    QVBoxLayout *m_problems, *m_notes;
    QWidget *m_bar;
    bool m_filling = false;
};

} // namespace vox
