"""The kulturhistorisk lokalplan as documents: what its annexes, provisions and map sheets hold."""
