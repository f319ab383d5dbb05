#!/usr/bin/env python3
"""The old way: a CONFIG dict that writes CloudFormation."""
import os
import sys

import boto3

HOME = "/home/ubuntu/"   # every AMI has it
ALERTS = ['matthew.campbell@example.com', "amit.kasera@example.com"]


def helper(name):
    CONFIG = {}  # not this one
    return f"{name}-stack"


CONFIG = {
    # The first dashboard we ever had.
    "LMSPortal":{  # ask Matthew
        'git_repo_path': "dash_lms_data_portal",  # name of your git repo - it will be auto pulled on ec2 launch
        'dev_branch': 'fixingStyling', # name of your dev/test branch you are currently working on
        'codebase_branch': 'main', # name of the codebase_branch to point at.
        'app_dir': HOME + 'dash_lms_data_portal', # path to your git repo on the ec2.
        'conda_env': 'prod', # conda env to activate to run app.py on ec2.
        'url_path': '/portal_lms/', # url that the app will be available at.
        'dev_instance': 't2.micro', # instance size
        'prod_instance': 't2.micro', # instance size
        "Dev": 'ami-03742def5919b8497', # instance AMI (has dev-doppler key baked in)
        "Prod": 'ami-025f0ba7e1518878c', # instance AMI (has prod-doppler key)
        "dev_priority": 103, # Load balancer prioritization
        "prod_priority": 303,# Load balancer prioritization
        'email_to': ['matthew.campbell@example.com', 'amit.kasera@example.com'], # Who should get email alerts?
        'prod_ready': True, # Is this app ready for prod?
    },
    "Chervon S&OP Genie": dict(
        git_repo_path="dash_chervon",
        dev_branch="main",
        app_dir=os.path.join(HOME, "dash_chervon"),
        conda_env="prod",
        url_path="chervon",
        dev_instance="t3.small",
        Dev="ami-03742def5919b8497",
        dev_priority=0x68,
        email_to=ALERTS + ["chervon@example.com"],
        prod_ready=False,
        # still talking about this one
    ),
    'Forecast': {
        'git_repo_path': 'dash_forecast', 'dev_branch': 'main',  # two on a line
        'app_dir': f'{HOME}dash_forecast',
        'conda_env': 'prod',
        'url_path': '/forecast/',
        'dev_instance': 't2.micro',
        'Dev': 'ami-03742def5919b8497',
        'dev_priority': 1_05,
        'email_to': (
            'lead@example.com',  # on holiday
            helper('x'),
        ),
        'prod_ready': False,
        'doppler_project': 'forecast',  # no home for this
    },
    **EXTRA,
    # the end
}

if __name__ == "__main__":
    boto3.client("cloudformation").create_stack(StackName=sys.argv[1])
