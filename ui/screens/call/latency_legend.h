#pragma once
#include <QList>
#include <QWidget>

namespace vox {

// The names of the seven parts of a delay with their marks, in as many lines as they need. GUI thread.
class LatencyLegend : public QWidget {
    Q_OBJECT
public:
    explicit LatencyLegend(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *event) override;

private:
    QList<QPoint> places(int width) const;
};

} // namespace vox
