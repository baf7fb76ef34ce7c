#pragma once
#include <QWidget>

namespace vox {

// The names of the seven parts of a delay with their marks; as many as fit. GUI thread.
class LatencyLegend : public QWidget {
    Q_OBJECT
public:
    explicit LatencyLegend(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *event) override;
};

} // namespace vox
