package org.hearthkey.core.intermediate;

import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.name.ZoneName;

/// What another program's issuer is to be certified for.
///
/// @param name its subtree is this name below `home.arpa`, as a zone's is
/// @param request made by the program that will issue
/// @param years 1 to [Intermediates#MOST_YEARS]; the review refuses others
public record IntermediateApplication(ZoneName name, CertificateRequest request, int years) {}
