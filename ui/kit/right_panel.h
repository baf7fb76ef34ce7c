#pragma once
#include <QWidget>

namespace vox::kit {

// A screen's content with an optional panel at its right. In a wide window the panel stands beside the content behind a
// hairline that can be dragged; under 1280 px (at 100 % text) it lies over the content and Escape closes it.
class RightPanel : public QWidget {
    Q_OBJECT
public:
    explicit RightPanel(QWidget *parent = nullptr);

    // Take ownership. `width` is the preferred width at 100 % text; never under 280.
    void setContent(QWidget *content);
    void setPanel(QWidget *panel, int width);
    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    // Width the person dragged to, for the screen's memory.
    int panelWidth() const { return m_width; }
    void setPanelWidth(int width);
    bool isOver() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void openChanged(bool open);
    void panelWidthChanged(int width);

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void drag(int globalX);
    QWidget *m_content = nullptr;
    QWidget *m_panel = nullptr;
    QWidget *m_grip;
    int m_width = 304;
    bool m_open = true;
};

} // namespace vox::kit
