# The AWS emulator of the tests: moto's server on loopback, with two defects mended and a gap filled. Started by a test it takes a free port
# and ends when its standard input does, so that it outlives no JVM; started by hand ("python3 emulator.py 5000") it stays.
import os
import sys
import threading

from moto.autoscaling.models import FakeAutoScalingGroup
from moto.autoscaling.responses import AutoScalingResponse
from moto.cloudformation.models import CloudFormationBackend
from moto.server import main


def knowing_outputs(execute_change_set):
    """Stacks that are made by a change set can import, and have outputs and exports, as those made by CreateStack do."""

    def execute(self, change_set_name, stack_name=None):
        change_set = self.change_sets.get(change_set_name)
        if change_set is None:
            return execute_change_set(self, change_set_name, stack_name)
        stack = self.stacks[change_set.stack_id]
        stack.resource_map.cross_stack_resources = self.exports
        execute_change_set(self, change_set_name, stack_name)
        stack.template_dict = change_set.template_dict
        stack.parameters = change_set.parameters
        stack.output_map = stack._create_output_map()
        for export in stack.exports:
            self.exports[export.name] = export

    return execute


def with_time_zone(init):
    """A group's time of creation as AWS writes it: an SDK cannot read it otherwise."""

    def initialize(self, *arguments, **named):
        init(self, *arguments, **named)
        self.created_time = self.created_time.rstrip("Z") + "Z"

    return initialize


def describe_instance_refreshes(self):
    """There are none: nothing here starts one."""
    return (
        "<DescribeInstanceRefreshesResponse><DescribeInstanceRefreshesResult><InstanceRefreshes/>"
        "</DescribeInstanceRefreshesResult></DescribeInstanceRefreshesResponse>"
    )


AutoScalingResponse.describe_instance_refreshes = describe_instance_refreshes
FakeAutoScalingGroup.__init__ = with_time_zone(FakeAutoScalingGroup.__init__)
CloudFormationBackend.execute_change_set = knowing_outputs(CloudFormationBackend.execute_change_set)
if len(sys.argv) == 1:
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
main(["-H", "127.0.0.1", "-p", sys.argv[1] if len(sys.argv) > 1 else "0"])
