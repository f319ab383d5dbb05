#!/bin/bash
apt-get install --yes libgomp1
