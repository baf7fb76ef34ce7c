#pragma once
#include "ui/viewmodels/flow_diff.h"
#include "ui/viewmodels/flow_view_model.h"
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace vox {

class GraphView;

// One side of a comparison: a letter, which version, and its graph with marks, to look at only.
class DiffPane : public QWidget {
    Q_OBJECT
public:
    explicit DiffPane(const QString &letter, QWidget *parent = nullptr);
    ~DiffPane() override;

    void show(const QString &title, const QString &note, const QJsonObject &content, const QHash<QString, DiffMark> &marks);
    void showNode(const QString &node);
    // The view of the other side follows pan and zoom.
    void follow(DiffPane &other);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent *) override;
    void showEvent(QShowEvent *event) override;

signals:
    void moved();

private:
    void makeReadable();
    QHash<QString, DiffMark> m_marks;
    QLabel *m_title, *m_note;
    QVBoxLayout *m_column;
    std::unique_ptr<LooseContent> m_content;
    std::unique_ptr<FlowViewModel> m_flow;
    GraphView *m_view = nullptr;
    QString m_letter;
    bool m_following = false;
};

} // namespace vox
