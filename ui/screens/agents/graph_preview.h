#pragma once
#include "ui/viewmodels/flow_diff.h"
#include "ui/viewmodels/flow_view_model.h"
#include <QWidget>

namespace vox {

class GraphView;

// A graph to look at only: where a node is, what came of a merge, what is published.
class GraphPreview : public QWidget {
    Q_OBJECT
public:
    explicit GraphPreview(QWidget *parent = nullptr);
    ~GraphPreview() override;

    // Empty marks: none.
    void show(const QJsonObject &content, const QHash<QString, DiffMark> &marks = {});
    // Marks it as chosen; unknown ids take the mark away.
    void setNode(const QString &node);
    bool has(const QString &node) const { return m_flow && m_flow->node(node); }
    using QWidget::show;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeReadable();
    std::unique_ptr<LooseContent> m_content;
    std::unique_ptr<FlowViewModel> m_flow;
    GraphView *m_view = nullptr;
    QHash<QString, DiffMark> m_marks;
};

} // namespace vox
