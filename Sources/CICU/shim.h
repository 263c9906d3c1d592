#ifndef KONAK_CICU_H
#define KONAK_CICU_H
#include "text.h"
#include "formats.h"
#endif
