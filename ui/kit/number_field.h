#pragma once
#include <QLineEdit>
#include <optional>

namespace vox::kit {

// A number in the mono face with its unit at the right. Up and Down step by one, with Shift by ten. Accepts the locale's
// decimal sign and a dot.
class NumberField : public QLineEdit {
    Q_OBJECT
public:
    enum class Kind { Whole, Real };
    explicit NumberField(Kind kind, QWidget *parent = nullptr);

    void setUnit(const QString &unit);
    void setRange(double least, double most);
    // None when the field is empty or holds no number.
    std::optional<double> number() const;
    // Silent; keeps the text when it already says this number.
    void setNumber(std::optional<double> number);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();
    Kind m_kind;
    QString m_unit;
    double m_least = -9.0e15;
    double m_most = 9.0e15;
};

} // namespace vox::kit
