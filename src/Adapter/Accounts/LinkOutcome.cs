namespace MeliBot.Adapter.Accounts;

/// <summary>A seller's consent that was asked for.</summary>
/// <param name="Url">Where the seller's browser goes. The account's owner or administrator must agree there.</param>
/// <param name="ExpiresAt">Later answers are refused.</param>
public sealed record LinkRequest(Uri Url, DateTimeOffset ExpiresAt);

/// <summary>What came of an attempt to link.</summary>
public abstract record LinkOutcome
{
    private LinkOutcome()
    {
    }

    /// <param name="Account">As stored.</param>
    /// <param name="Missing">What the granted permissions don't allow, in sentences; empty when nothing is missing.</param>
    public sealed record Linked(Account Account, IReadOnlyList<string> Missing) : LinkOutcome;

    public sealed record Refused(string Reason, string WhatToDo) : LinkOutcome;
}

/// <summary>What came of unlinking.</summary>
/// <param name="Found">False when the account wasn't linked.</param>
/// <param name="Revoked">False when Mercado Libre could not be told; the tokens here are gone anyway.</param>
/// <param name="Advice">What is left to do by hand; null when nothing is.</param>
public sealed record UnlinkOutcome(bool Found, bool Revoked, string? Advice);
