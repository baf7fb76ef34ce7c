#pragma once
#include <QAbstractButton>

namespace vox {

// A head that folds what stands below it: arrow, name, count, and a circumstance at the right.
class FoldHeader : public QAbstractButton {
    Q_OBJECT
public:
    FoldHeader(const QString &title, int count, const QString &note, QWidget *parent = nullptr);
    // Shown and hidden with the fold. `open` is how it stands first; null: nothing to show.
    void setBody(QWidget *body, bool open);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    int m_count;
    QString m_note;
};

} // namespace vox
