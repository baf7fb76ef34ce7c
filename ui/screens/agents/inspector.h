#pragma once
#include "ui/viewmodels/flow_view_model.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace vox {

class OutcomesForm;
class ToolTries;
class ToolTryViewModel;
namespace kit { class FieldForm; class TextBlock; }

// The panel at the right of the canvas: the selected node's name, its settings as a form made from the node type's
// fields, where its outcomes lead. Several nodes: how many; none: what to do. Owned by a GraphPage.
class Inspector : public QWidget {
    Q_OBJECT
public:
    // Without `tries` tools cannot be tried.
    explicit Inspector(FlowViewModel &model, QWidget *parent = nullptr, ToolTries *tries = nullptr);

    void focusFirst();
    // Leads to the field this JSON pointer (into the document) belongs to.
    void showPath(const QString &path);
    // Leads to the part where tools are tried; null without.
    ToolTryViewModel *toolTry() const { return m_try; }
    void scrollToEnd();

signals:
    void nodeChosen(const QString &node);
    void rulesRequested(); // where tools may send requests

protected:
    void paintEvent(QPaintEvent *) override;

private:
    void makeHead(QVBoxLayout *column);
    void makeBody(QVBoxLayout *column);
    void showSelection();
    void showNode(const Node &node);
    void refresh();
    QString basePath() const;

    FlowViewModel &m_model;
    QString m_node, m_type;
    QStackedWidget *m_stack;
    QLabel *m_icon, *m_kind, *m_id;
    kit::TextBlock *m_hint, *m_about;
    QLineEdit *m_name;
    QScrollArea *m_scroll;
    kit::FieldForm *m_form;
    OutcomesForm *m_outcomes;
    QWidget *m_outcomesSection;
    ToolTryViewModel *m_try;
};

} // namespace vox
