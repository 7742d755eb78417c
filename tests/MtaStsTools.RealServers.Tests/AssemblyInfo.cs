using System.Runtime.Versioning;

// On Windows none of the servers is found, so every test is skipped before it gets far.
[assembly: UnsupportedOSPlatform("windows")]
