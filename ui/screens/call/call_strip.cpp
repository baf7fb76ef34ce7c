#include "ui/screens/call/call_strip.h"

namespace vox {

CallStrip::CallStrip(CallViewModel &call, QWidget *parent) : QWidget(parent), m_call(call) {}

} // namespace vox
