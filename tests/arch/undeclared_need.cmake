# Run by ctest: the module table must refuse a need that no row above declares.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/../../cmake/VoxModule.cmake)
vox_row(models/base)
vox_row(models/audio NEEDS models/base models/later)
