#pragma once
#include "ui/kit/colours.h"
#include <QPushButton>

class QHBoxLayout;

namespace vox::kit {

// One fact in the status bar: icon and a word or two; may be pressed.
class StatusPiece : public QPushButton {
    Q_OBJECT
public:
    explicit StatusPiece(const char *icon = "", const QString &text = {}, QWidget *parent = nullptr);
    void setIcon(const char *icon);
    void setMeaning(Meaning meaning);
    // Figures after the text, in the mono face.
    void setFigure(const QString &figure);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    const char *m_icon;
    QString m_figure;
    Meaning m_meaning = Meaning::Neutral;
};

// The 24 px row at the bottom: facts at the left and at the right. What no longer fits is left out, from the inside.
class StatusBar : public QWidget {
    Q_OBJECT
public:
    explicit StatusBar(QWidget *parent = nullptr);
    StatusPiece *addLeft(const char *icon, const QString &text = {});
    StatusPiece *addRight(const char *icon, const QString &text = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void place();
    QList<StatusPiece *> m_left;
    QList<StatusPiece *> m_right;
};

} // namespace vox::kit
