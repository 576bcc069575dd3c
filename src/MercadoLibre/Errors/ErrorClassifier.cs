namespace MeliBot.MercadoLibre;

internal static class ErrorClassifier
{
    public static ErrorKind Classify(int status, ErrorParts parts, FailedRequest request)
    {
        if (IsTokenEndpoint(request) || (status is 0 or 400 or 401 && IsOAuthCode(parts.Code)))
            return ClassifyOAuth(status, parts);

        return status switch
        {
            401 => ErrorKind.Unauthorized,
            403 when parts.Shape is ErrorShape.Html => ErrorKind.Unavailable,
            403 when parts.BlockedBy is not null || Says(parts, "pa_unauthorized_result_from_policies") || Says(parts, "invalid scopes") || Says(parts, "unauthorized_scopes") => ErrorKind.MissingPermission,
            403 => ErrorKind.Forbidden,
            404 or 410 => ErrorKind.NotFound,
            408 or 425 or 499 => ErrorKind.Unavailable,
            409 or 412 or 423 => ErrorKind.Conflict,
            429 => ErrorKind.RateLimited,
            451 => ErrorKind.LegalBlock,
            >= 500 => ErrorKind.Unavailable,
            >= 400 => ByWords(parts, ErrorKind.Invalid),
            // Without a status only the words are left: the claims search validates so.
            0 => ByWords(parts, parts.Shape == ErrorShape.Html ? ErrorKind.Unavailable : ErrorKind.Unknown),
            _ => ErrorKind.Unknown,
        };
    }

    private static bool IsTokenEndpoint(FailedRequest request) =>
        request.Path is { } path && path.EndsWith("/oauth/token", StringComparison.OrdinalIgnoreCase);

    private static bool IsOAuthCode(string? code) =>
        code is "invalid_grant" or "invalid_client" or "unauthorized_client" or "unauthorized_application" or "invalid_scope" or "unsupported_grant_type";

    // Only two codes may ever unlink an account. A page of the edge, a 403 of whatever cause, 429 and 5xx pass by themselves.
    private static ErrorKind ClassifyOAuth(int status, ErrorParts parts)
    {
        if (parts.Shape != ErrorShape.Json)
            return status == 429 || Says(parts, "rate_limited") ? ErrorKind.RateLimited : ErrorKind.Unavailable;
        if (status == 429)
            return ErrorKind.RateLimited;
        if (status >= 500)
            return ErrorKind.Unavailable;
        return parts.Code?.ToLowerInvariant() switch
        {
            "invalid_grant" or "unauthorized_client" when status is 0 or 400 or 401 => ErrorKind.ReconnectRequired,
            "invalid_client" or "unauthorized_application" or "invalid_scope" or "invalid_request" or "unsupported_grant_type" => ErrorKind.ApplicationRejected,
            "invalid_operator_user_id" => ErrorKind.Forbidden,
            "local_rate_limited" or "too_many_requests" => ErrorKind.RateLimited,
            _ => ErrorKind.Unavailable,
        };
    }

    private static ErrorKind ByWords(ErrorParts parts, ErrorKind otherwise)
    {
        if (Says(parts, "not_unanswered_question"))
            return ErrorKind.NotUnanswered;
        if (Says(parts, "not_active_item") || Says(parts, "item must be active"))
            return ErrorKind.NotActiveItem;
        if (Says(parts, "pa_unauthorized_result_from_policies"))
            return ErrorKind.MissingPermission;
        if (Says(parts, "optimistic locking") || Says(parts, "version mismatch"))
            return ErrorKind.Conflict;
        // Of files of claims the platform says with 400 what it says of all else with 404.
        if (Says(parts, "business_logic_error") && Says(parts, "not found"))
            return ErrorKind.NotFound;
        if (Says(parts, "malformed access_token"))
            return ErrorKind.Unauthorized;
        if (Says(parts, "too_many_request") || Says(parts, "local_rate_limited"))
            return ErrorKind.RateLimited;
        return otherwise;
    }

    private static bool Says(ErrorParts parts, string words) => parts.Words.Contains(words, StringComparison.Ordinal);
}
