/** What stands between the load balancer and the routes: prefix, forwarded headers, security headers, origin. */
package io.flotilla.base.edge;
