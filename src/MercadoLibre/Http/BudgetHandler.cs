using System.Net;
using Microsoft.Extensions.Logging;

namespace MeliBot.MercadoLibre;

/// <summary>Every attempt waits for its turn in the application's budget, and tells the budget how it ended.</summary>
internal sealed class BudgetHandler(IRateBudget budget, IWriteGate gate, TimeProvider time, ILogger<BudgetHandler> logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (account, kind) = CallContext.Get(request);
        await budget.AcquireAsync(account, kind, cancellationToken);

        // Asked now and not before: a call may have waited long for its turn.
        if (!CallContext.IsRead(request) && await gate.CheckAsync(account, cancellationToken) is { } held)
            throw new MercadoLibreException(held);
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (Exception e)
        {
            budget.Report(account, CallOutcome.Unavailable);
            logger.NoAnswer(account, request.Method, request.RequestUri?.AbsolutePath, e.GetType().Name);
            throw;
        }

        var (outcome, error) = await OutcomeAsync(response, cancellationToken);
        if (outcome is CallOutcome.Refused or CallOutcome.TokenRefused)
            logger.Refused(account, request.Method, request.RequestUri?.AbsolutePath, (int)response.StatusCode, error?.Kind, error?.Code);
        else if (outcome != CallOutcome.Fine)
            logger.Failed(account, request.Method, request.RequestUri?.AbsolutePath, (int)response.StatusCode);
        budget.Report(account, outcome, outcome == CallOutcome.RateLimited ? RetryAfter.Read(response, time) : null);
        return response;
    }

    private async ValueTask<(CallOutcome Outcome, MercadoLibreError? Error)> OutcomeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return (CallOutcome.RateLimited, null);
        if ((int)response.StatusCode is < 400 or 404 or 410 or 451)
            return (CallOutcome.Fine, null);
        if ((int)response.StatusCode >= 500)
            return (CallOutcome.Unavailable, null);

        var error = (await ResponseErrors.ReadAsync(response, time, cancellationToken))!.Error;
        var outcome = error.Kind switch
        {
            ErrorKind.NotUnanswered or ErrorKind.NotActiveItem or ErrorKind.Conflict or ErrorKind.NotFound => CallOutcome.Fine,
            // A blocked thread is found by writing in it: nothing that the platform holds against an application.
            ErrorKind.Forbidden when MessageErrors.IsBlocked(error) => CallOutcome.Fine,
            ErrorKind.RateLimited => CallOutcome.RateLimited,
            ErrorKind.Unauthorized => CallOutcome.TokenRefused,
            ErrorKind.Unavailable => CallOutcome.Unavailable,
            _ => CallOutcome.Refused,
        };
        return (outcome, error);
    }
}
