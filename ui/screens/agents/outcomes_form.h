#pragma once
#include "ui/viewmodels/flow_view_model.h"
#include <QWidget>

class QComboBox;
class QGridLayout;

namespace vox {

// Where each outcome of the selected node leads, one row an outcome: a dot, its name, and the node to choose.
class OutcomesForm : public QWidget {
    Q_OBJECT
public:
    explicit OutcomesForm(FlowViewModel &model, QWidget *parent = nullptr);

    void setNode(const QString &id);
    bool hasOutcomes() const { return !m_rows.isEmpty(); }

private:
    struct Row {
        Port port;
        QWidget *name;
        QComboBox *target;
        QWidget *trouble;
    };
    void rebuild();
    void refresh();
    void choose(const Row &row);

    FlowViewModel &m_model;
    QString m_node;
    QList<Row> m_rows;
};

} // namespace vox
