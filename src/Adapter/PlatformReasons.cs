using System.Collections.Frozen;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter;

/// <summary>A refusal of Mercado Libre as a reason: its own words, and what to do about their kind.</summary>
public static class PlatformReasons
{
    // The advice is an argument too: in English the client has said it, other languages have one of their own for each kind.
    private static readonly FrozenDictionary<ErrorKind, ReasonCode> Kinds =
        Enum.GetValues<ErrorKind>().ToFrozenDictionary(kind => kind, kind => new ReasonCode("platform." + kind.ToString().ToLowerInvariant(), "{0} {1}"));

    /// <summary>One for each kind of error.</summary>
    public static IReadOnlyCollection<ReasonCode> All => Kinds.Values;

    public static Reason Of(MercadoLibreError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Kinds[error.Kind].With(error.Message, error.WhatToDo);
    }
}
